/**
 * {@code warren check}: what DWS and NNF would say of a script's {@code #DW} lines, without a
 * cluster; and what Warren would say of its containers, where profiles are named.
 */
package warren.cli.check;
