/**
 * What a person gives to a workload manager or to the cluster, recognized and read: a batch script
 * of Slurm or Flux, a Flux jobspec, a Workflow, a list of directives. Pure.
 */
package warren.submission;
