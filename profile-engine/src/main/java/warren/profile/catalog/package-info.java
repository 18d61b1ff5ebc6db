/** Profiles of a cluster; the only package of this module that sees the Kubernetes client. */
package warren.profile.catalog;
