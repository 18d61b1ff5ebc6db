/** The Workflow as drivers see it, and the one writer that changes it, by the least it can send. */
package warren.operator.entries;
