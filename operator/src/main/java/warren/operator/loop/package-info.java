/**
 * The loop that carries everything: what happens in the cluster leads to a pass over a workflow.
 * The only package that knows the Java Operator SDK.
 */
package warren.operator.loop;
