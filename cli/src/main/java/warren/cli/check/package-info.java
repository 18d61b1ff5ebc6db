/**
 * {@code warren check}: what DWS and NNF would say of a script's {@code #DW} lines, without a
 * cluster.
 */
package warren.cli.check;
