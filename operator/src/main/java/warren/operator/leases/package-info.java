/** Ends workflows of {@code warren run} whose runner has died without tearing them down. */
package warren.operator.leases;
