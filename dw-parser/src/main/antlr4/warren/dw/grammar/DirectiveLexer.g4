/*
 * A directive is words between white space, nothing more: no quotes, no escapes, no comments. White
 * space is Unicode's White_Space property, 25 code points. Every text can be cut into these tokens.
 */
lexer grammar DirectiveLexer;

PREFIX : '#DW' ;

/* A name up to and with its first '='; what stands behind it, if anything does, is the TEXT. */
KEY : ~[=\p{White_Space}]* '=' -> pushMode(VALUE) ;

WORD : ~[=\p{White_Space}]+ ;

BLANK : [\p{White_Space}]+ -> skip ;

mode VALUE;

TEXT : ~[\p{White_Space}]+ -> popMode ;

NO_TEXT : [\p{White_Space}]+ -> skip, popMode ;
