/** The rule book of the cluster: what the {@code DWDirectiveRule} objects say now. */
package warren.operator.rules;
