/**
 * A program of its own: makes and removes a workflow's directories on the node it runs on. It runs
 * as root with few capabilities, takes no path but the root it is given, and follows no link.
 */
package warren.operator.directory;
