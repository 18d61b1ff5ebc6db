/**
 * The role that owns the Workflow: finalizer, registration, states, the roll-up of the drivers'
 * entries, and the end.
 */
package warren.operator.workflows;
