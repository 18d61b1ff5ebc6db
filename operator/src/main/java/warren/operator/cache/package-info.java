/** What the caches of watched objects keep. Knows no role. */
package warren.operator.cache;
