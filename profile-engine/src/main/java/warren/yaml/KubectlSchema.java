package warren.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Takes scalars without quotes for what they are to kubectl. */
final class KubectlSchema extends CoreSchema {
  @Override
  public ScalarResolver getScalarResolver() {
    return (text, plain) -> plain ? tag(PlainScalar.read(text)) : Tag.STR;
  }

  private static Tag tag(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL -> Tag.NULL;
      case BOOLEAN -> Tag.BOOL;
      case NUMBER -> value.isIntegralNumber() ? Tag.INT : Tag.FLOAT;
      default -> Tag.STR;
    };
  }
}
