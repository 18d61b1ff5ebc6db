/**
 * Installs Warren in the local cluster: the operator's image, the manifests of {@code deploy/}, the
 * machine's layout, and the site file that {@code warren run} reads.
 */
package warren.cli.install;
