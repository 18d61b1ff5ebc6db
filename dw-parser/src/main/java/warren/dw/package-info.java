/**
 * Reads {@code #DW} directives: job-script text and a rule book in, typed directives and findings
 * with their places out. Pure: nothing here reads files, clusters or clocks.
 */
package warren.dw;
