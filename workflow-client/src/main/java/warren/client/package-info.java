/**
 * What a workload manager does with a Workflow, and what anyone shows of one. Between it and the
 * operator there is only the resource: everything here reads it by watch and writes the least to
 * it.
 */
package warren.client;
