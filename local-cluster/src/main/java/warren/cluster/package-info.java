/**
 * A real Kubernetes cluster in Docker containers of this machine: one server and two agents that
 * play Rabbits, for the demo, for tests and for the commands that keep a cluster.
 */
package warren.cluster;
