/** Pull secrets: what is in them, read as a kubelet reads it, and never shown. */
package warren.pull;
