package warren.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.AnchorNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import warren.dw.Finding;
import warren.dw.Place;
import warren.yaml.YamlValue.Entry;
import warren.yaml.YamlValue.ListValue;
import warren.yaml.YamlValue.MapValue;
import warren.yaml.YamlValue.Scalar;

/** Makes values of one document's nodes; aliases become copies of what they stand for. */
final class YamlNodes {
  /** More values than any text of the longest length has without aliases that multiply them. */
  private static final int MOST = YamlText.LONGEST;

  private static final Map<Tag, Scalar.Type> TYPES =
      Map.of(
          Tag.INT, Scalar.Type.INTEGER,
          Tag.FLOAT, Scalar.Type.DECIMAL,
          Tag.BOOL, Scalar.Type.BOOLEAN,
          Tag.NULL, Scalar.Type.NOTHING);

  /** A key that stands for the entries of another map; in quotes it is one like any other. */
  private static final String MERGE = "<<";

  private final String source;
  private final Consumer<Finding> findings;
  private int count;

  YamlNodes(String source, Consumer<Finding> findings) {
    this.source = source;
    this.findings = findings;
  }

  /** The value; empty, and a finding told, when it would be endless. */
  Optional<YamlValue> read(Node document) {
    try {
      return Optional.of(value(document));
    } catch (EndlessException e) {
      findings.accept(
          YamlText.wrong("Aliases make this document endless, or nearly so.")
              .hint("Write it without anchors and aliases.")
              .at(place(document)));
      return Optional.empty();
    }
  }

  private YamlValue value(Node node) throws EndlessException {
    // A node that holds itself is marked so by the composer.
    if (++count > MOST || node.isRecursive()) {
      throw new EndlessException();
    }
    return switch (node) {
      case MappingNode map -> map(map);
      case SequenceNode list -> list(list);
      case ScalarNode scalar ->
          new Scalar(
              place(scalar),
              scalar.getValue(),
              TYPES.getOrDefault(scalar.getTag(), Scalar.Type.TEXT));
      case AnchorNode anchor -> value(anchor.getRealNode());
      default -> throw new IllegalStateException("a node of another kind: " + node);
    };
  }

  private ListValue list(SequenceNode list) throws EndlessException {
    List<YamlValue> items = new ArrayList<>();
    for (Node item : list.getValue()) {
      items.add(value(item));
    }
    return new ListValue(place(list), items);
  }

  private MapValue map(MappingNode map) throws EndlessException {
    YamlEntries entries = new YamlEntries(findings);
    for (NodeTuple tuple : map.getValue()) {
      Place place = place(tuple.getKeyNode());
      YamlValue value = value(tuple.getValueNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        findings.accept(YamlText.wrong("A key is no text.").at(place));
      } else if (key.getScalarStyle() == ScalarStyle.PLAIN && key.getValue().equals(MERGE)) {
        entries.merge(new Entry(place, value));
      } else {
        entries.add(key.getValue(), new Entry(place, value));
      }
    }
    return new MapValue(place(map), entries.all());
  }

  private Place place(Node node) {
    if (node instanceof MappingNode map && !map.getValue().isEmpty()) {
      return place(map.getValue().getFirst().getKeyNode());
    }
    Mark start = node.getStartMark().orElseThrow();
    Mark end = node.getEndMark().orElseThrow();
    int length = start.getLine() == end.getLine() ? end.getColumn() - start.getColumn() : 1;
    return new Place(source, start.getLine() + 1, start.getColumn() + 1, Math.max(1, length));
  }

  /** Unwinds the walk through a document that has no end. */
  private static final class EndlessException extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
