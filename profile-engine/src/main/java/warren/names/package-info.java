/**
 * The names, labels, annotations and paths of everything Warren makes for a workflow, each computed
 * in one place from the workflow and the index of a directive.
 */
package warren.names;
