/** Measures a running cluster: the times and requests of a job, and the operator under load. */
package warren.system.bench;
