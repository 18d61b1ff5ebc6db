/**
 * What the roles that drive entries have in common: what they may look at, and what they answer.
 */
package warren.operator.driver;
