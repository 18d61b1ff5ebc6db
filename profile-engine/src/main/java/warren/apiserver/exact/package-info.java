/**
 * Requests that change or delete one object, told by its UID. A new object of the same name is
 * never met.
 */
package warren.apiserver.exact;
