/** {@code warren cluster}: the local cluster with Warren in it, kept between commands. */
package warren.cli.cluster;
