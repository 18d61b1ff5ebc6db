/**
 * The certificates by which the API server knows the operator: made, renewed and replaced without a
 * moment in which they are not trusted.
 */
package warren.operator.admission.certificates;
