/**
 * The lexer and parser that ANTLR makes of the directive grammar. Nothing here leaves warren.dw.
 */
package warren.dw.grammar;
