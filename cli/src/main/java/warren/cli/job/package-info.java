/**
 * The job's own side on this machine: the user it runs as, its private folder, its environment, and
 * its processes, which never outlive {@code warren run}.
 */
package warren.cli.job;
