/** {@code warren run} and {@code warren step}: the embedded workload manager. */
package warren.cli.run;
