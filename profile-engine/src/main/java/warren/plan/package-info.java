/**
 * From directives and profiles to what would run: a {@link warren.plan.WorkflowPlan}, or every
 * finding at once. The same functions serve the person at submit time and the operator.
 */
package warren.plan;
