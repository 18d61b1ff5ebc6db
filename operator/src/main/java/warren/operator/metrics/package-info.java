/**
 * What the operator counts and measures, and the port on which Prometheus reads it. No label is the
 * name of a workflow, a user or a node: the number of series does not grow with the number of jobs.
 */
package warren.operator.metrics;
