/** {@code warren logs}: shows the logs of a workflow's containers. */
package warren.cli.logs;
