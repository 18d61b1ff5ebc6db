/**
 * What is looked up in a cluster: profiles, which may come from a folder instead, and the machine.
 * The only package of this module that sees the Kubernetes client.
 */
package warren.profile.catalog;
