/** Removes what workflows left behind that no longer exist. */
package warren.operator.sweep;
