package warren.dw;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import warren.dw.grammar.DirectiveLexer;
import warren.dw.grammar.DirectiveParser;
import warren.dw.grammar.DirectiveParser.ArgumentContext;
import warren.dw.grammar.DirectiveParser.AssignmentContext;
import warren.dw.grammar.DirectiveParser.DirectiveContext;
import warren.dw.grammar.DirectiveParserBaseVisitor;

/** Takes a directive's text apart by the grammar; the only class that sees ANTLR. */
final class DirectiveSyntax {
  private final DirectiveLine line;

  private DirectiveSyntax(DirectiveLine line) {
    this.line = line;
  }

  /**
   * The parts of this directive; empty, and a finding told, when it has no prefix or no command.
   */
  static Optional<ParsedDirective> parse(DirectiveLine line, Consumer<Finding> findings) {
    return new DirectiveSyntax(line).parse(findings);
  }

  private Optional<ParsedDirective> parse(Consumer<Finding> findings) {
    DirectiveLexer lexer = new DirectiveLexer(CharStreams.fromString(line.text()));
    lexer.removeErrorListeners();
    CommonTokenStream tokens = new CommonTokenStream(lexer);
    DirectiveParser parser = new DirectiveParser(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    try {
      return Optional.of(directive(parser.directive()));
    } catch (ParseCancellationException e) {
      findings.accept(whatIsMissing(tokens.get(0)));
      return Optional.empty();
    }
  }

  private ParsedDirective directive(DirectiveContext tree) {
    ArgumentVisitor visitor = new ArgumentVisitor();
    List<ParsedArgument> arguments = tree.argument().stream().skip(1).map(visitor::visit).toList();
    return new ParsedDirective(line, whole(tree.command), arguments);
  }

  /** Only two things can be wrong in so lax a grammar. */
  private Finding whatIsMissing(Token first) {
    boolean prefixed = first.getType() == DirectiveLexer.PREFIX;
    Finding finding =
        prefixed
            ? Finding.error(Codes.NO_COMMAND.code(), Blame.USER, "No command stands behind '#DW'.")
                .hint("Write '#DW COMMAND ARGUMENT=VALUE ...'.")
            : Finding.error(
                    Codes.MISSING_PREFIX.code(),
                    Blame.USER,
                    "The directive does not begin with the word '#DW'.")
                .hint("Write '#DW COMMAND ARGUMENT=VALUE ...'.");
    return finding
        .about(line.index())
        .at(first.getType() == Token.EOF ? line.place() : word(first).place());
  }

  private Word word(Token token) {
    int start = token.getStartIndex();
    return new Word(line, start, token.getStopIndex() - start + 1, token.getText());
  }

  private Word whole(ParserRuleContext tree) {
    return whole(tree, tree.getText());
  }

  /** This text in the place of the whole tree. */
  private Word whole(ParserRuleContext tree, String text) {
    int start = tree.getStart().getStartIndex();
    return new Word(line, start, tree.getStop().getStopIndex() - start + 1, text);
  }

  private final class ArgumentVisitor extends DirectiveParserBaseVisitor<ParsedArgument> {
    @Override
    public ParsedArgument visitAssignment(AssignmentContext tree) {
      Token sign = tree.KEY().getSymbol();
      String key = sign.getText().substring(0, sign.getText().length() - 1);
      int start = sign.getStartIndex();
      Word keyWord =
          key.isEmpty()
              ? whole(tree, key)
              : new Word(line, start, sign.getStopIndex() - start, key);
      Word value = tree.TEXT() == null ? whole(tree, "") : word(tree.TEXT().getSymbol());
      return new ParsedArgument(keyWord, Optional.of(value));
    }

    @Override
    public ParsedArgument visitFlag(DirectiveParser.FlagContext tree) {
      return new ParsedArgument(whole(tree), Optional.empty());
    }

    private ParsedArgument visit(ArgumentContext tree) {
      return tree.accept(this);
    }
  }
}
