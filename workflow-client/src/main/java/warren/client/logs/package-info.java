/**
 * Reads the logs of a workflow's containers through the API server, byte for byte, also where the
 * kubelet rotates a log while it is read or a connection breaks. Whoever shows or keeps logs gets
 * their bytes here and nowhere else.
 */
package warren.client.logs;
