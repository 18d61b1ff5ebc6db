/** What may be decided about a workflow, as data, and the one who carries it out. */
package warren.operator.decision;
