/**
 * How findings and workflows look to a person: pure text, and the two displays that bring it to a
 * terminal or a file.
 */
package warren.cli.show;
