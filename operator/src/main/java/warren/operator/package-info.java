/** The operator: reads its settings, puts the roles together, and runs the loop. */
package warren.operator;
