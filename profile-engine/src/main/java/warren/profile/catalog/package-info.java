/**
 * Profiles of a cluster, and its machine; the only package of this module that sees the Kubernetes
 * client.
 */
package warren.profile.catalog;
