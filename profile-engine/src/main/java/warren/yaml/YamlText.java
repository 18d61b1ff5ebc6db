package warren.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.dw.Place;
import warren.yaml.YamlValue.ListValue;
import warren.yaml.YamlValue.MapValue;
import warren.yaml.YamlValue.Scalar;

/**
 * A YAML text, of which JSON is a part, taken apart. Scalars without quotes are what they are to
 * kubectl: {@code yes} is true, {@code 0644} octal.
 *
 * @param documents its documents that are not empty; none when anything is wrong
 * @param findings what is wrong, all of code {@value #CODE} and of blame INTERNAL
 */
public record YamlText(List<YamlValue> documents, List<Finding> findings) {
  /** The code of a text that is no YAML, or that is larger or deeper than any honest one. */
  public static final String CODE = "bad-yaml";

  /** The longest text, in characters. */
  public static final int LONGEST = 3 << 20;

  /** How many lists and maps may stand inside each other. */
  public static final int DEEPEST = 100;

  public YamlText {
    documents = List.copyOf(documents);
    findings = List.copyOf(findings);
  }

  /**
   * Takes a text apart; any bytes will do.
   *
   * @param source the file's name as the user gave it
   */
  public static YamlText read(String source, byte[] content) {
    List<Finding> findings = new ArrayList<>();
    List<YamlValue> documents =
        decoded(source, content, findings::add)
            .map(text -> documents(source, text, findings::add))
            .orElse(List.of());
    return new YamlText(findings.isEmpty() ? documents : List.of(), findings);
  }

  /** The documents, with lists, such as of kind {@code List}, replaced by their items. */
  public List<YamlValue> resources() {
    return documents.stream().flatMap(document -> opened(document).stream()).toList();
  }

  private static List<YamlValue> opened(YamlValue document) {
    return document instanceof MapValue map
            && map.value("kind").orElse(null) instanceof Scalar kind
            && kind.text().endsWith("List")
            && map.value("items").orElse(null) instanceof ListValue items
        ? items.items()
        : List.of(document);
  }

  private static Optional<String> decoded(String source, byte[] content, Consumer<Finding> told) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      if (text.length() <= LONGEST) {
        return Optional.of(text);
      }
      told.accept(
          wrong("The text is too long.")
              .hint("At most " + LONGEST + " characters.")
              .at(top(source)));
    } catch (CharacterCodingException e) {
      told.accept(wrong("The text is not UTF-8.").hint("Save it in UTF-8.").at(top(source)));
    }
    return Optional.empty();
  }

  private static List<YamlValue> documents(String source, String text, Consumer<Finding> told) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source)
            .setUseMarks(true)
            .setSchema(new KubectlSchema())
            .setMaxAliasesForCollections(Integer.MAX_VALUE) // YamlNodes counts what they stand for
            .build();
    List<YamlValue> documents = new ArrayList<>();
    try {
      if (isTooDeep(new Parse(settings).parseString(text))) {
        told.accept(
            wrong("Lists and maps stand more than " + DEEPEST + " deep in each other.")
                .at(top(source)));
        return List.of();
      }
      for (Node node : new Compose(settings).composeAllFromString(text)) {
        YamlNodes nodes = new YamlNodes(source, told);
        nodes.read(node).filter(value -> !isNothing(value)).ifPresent(documents::add);
      }
    } catch (MarkedYamlEngineException e) {
      told.accept(
          wrong("This is no YAML: " + String.join("; ", e.getProblem().lines().toList()) + ".")
              .at(e.getProblemMark().map(mark -> placeOf(source, mark)).orElse(top(source))));
    } catch (YamlEngineException e) {
      told.accept(
          wrong("This is no YAML: " + String.join("; ", e.getMessage().lines().toList()) + ".")
              .at(top(source)));
    }
    return documents;
  }

  /** Looked at first and without recursion, since composing nodes takes a stack frame a level. */
  private static boolean isTooDeep(Iterable<Event> events) {
    int depth = 0;
    for (Event event : events) {
      depth += event instanceof CollectionStartEvent ? 1 : 0;
      depth -= event instanceof CollectionEndEvent ? 1 : 0;
      if (depth > DEEPEST) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNothing(YamlValue value) {
    return value instanceof Scalar scalar && scalar.type() == Scalar.Type.NOTHING;
  }

  static Finding wrong(String message) {
    return Finding.error(new Code(CODE), Blame.INTERNAL, message);
  }

  private static Place top(String source) {
    return new Place(source, 1, 1, 1);
  }

  private static Place placeOf(String source, Mark mark) {
    return new Place(source, mark.getLine() + 1, mark.getColumn() + 1, 1);
  }
}
