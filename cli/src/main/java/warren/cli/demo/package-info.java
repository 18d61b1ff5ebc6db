/** {@code warren demo}: the whole way, from an empty machine to three jobs with containers. */
package warren.cli.demo;
