/** What {@code warren run} must know of its site, and the way from there to the cluster. */
package warren.cli.site;
