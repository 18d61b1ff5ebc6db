/**
 * Attacks on dw-parser: inputs that a coverage-guided fuzzer makes, and what must be true of all.
 */
package warren.fuzz;
