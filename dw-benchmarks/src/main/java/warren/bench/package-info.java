/** Measures how long dw-parser takes for a script, and how much memory. */
package warren.bench;
