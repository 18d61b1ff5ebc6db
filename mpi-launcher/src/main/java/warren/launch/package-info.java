/**
 * From a container plan to workloads, in which everything is decided that an engine needs. Pure:
 * nothing here talks to a cluster or asks for the time.
 */
package warren.launch;
