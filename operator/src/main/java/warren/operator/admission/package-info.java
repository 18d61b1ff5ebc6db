/**
 * Answers the API server when somebody writes a profile or creates a Workflow: refuses what is
 * wrong with it, in the words of {@code warren profile lint} and {@code warren check --cluster}.
 */
package warren.operator.admission;
