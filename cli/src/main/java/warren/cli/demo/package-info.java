/** {@code warren demo}: the whole way, from an empty machine to two jobs with containers. */
package warren.cli.demo;
