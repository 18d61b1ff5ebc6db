/** Tests of what the local cluster decides and writes, without Docker. */
package warren.cluster;
