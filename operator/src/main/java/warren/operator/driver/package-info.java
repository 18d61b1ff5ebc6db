/**
 * What the roles that drive entries have in common: the snapshot of a workflow that they decide
 * upon, and the interface that the pass calls.
 */
package warren.operator.driver;
