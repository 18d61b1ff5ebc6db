/* Lax on purpose: which commands and arguments there are is the rule book's affair. */
parser grammar DirectiveParser;

options { tokenVocab = DirectiveLexer; }

directive : PREFIX command=argument argument* EOF ;

argument
    : KEY TEXT?       # assignment
    | (WORD | PREFIX) # flag
    ;
