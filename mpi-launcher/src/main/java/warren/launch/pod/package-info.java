/**
 * What Warren does to the pod of a profile: one small step a file, the same for every kind of
 * workload.
 */
package warren.launch.pod;
