/**
 * Answers the API server when somebody writes a profile: refuses what is wrong with it, in the
 * words of {@code warren profile lint}.
 */
package warren.operator.admission;
