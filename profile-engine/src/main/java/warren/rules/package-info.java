/**
 * Rule books from outside: files with DWDirectiveRule resources in, rules and findings with places
 * out.
 */
package warren.rules;
