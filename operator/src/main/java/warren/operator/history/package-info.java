/**
 * What a pass changed of a workflow, found by comparing the Workflow before and after the write;
 * the Events and the counts of metrics that follow from the changes.
 */
package warren.operator.history;
