package warren.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.util.Map;
import warren.profile.model.ModelCheck;
import warren.profile.model.Values;

/** Judges the {@code securityContext} of a pod or a container: Warren gives them its own. */
final class SecurityReader {
  /** What a context may say without a word about it: that is what Warren does. */
  private static final Map<String, JsonNode> AS_WARREN =
      Map.of(
          "privileged", BooleanNode.FALSE,
          "allowPrivilegeEscalation", BooleanNode.FALSE,
          "readOnlyRootFilesystem", BooleanNode.FALSE,
          "runAsNonRoot", BooleanNode.TRUE,
          "procMount", TextNode.valueOf("Default"),
          "seccompProfile", JsonNodeFactory.instance.objectNode().put("type", "RuntimeDefault"));

  private SecurityReader() {}

  /**
   * Takes the context away, and tells what of it matters.
   *
   * @param owner the pod or container, without what is not kept of it
   * @param model the context's own kind
   */
  static void remove(Payload owner, Class<? extends KubernetesResource> model) {
    owner
        .object("securityContext")
        .ifPresent(
            context -> {
              ModelCheck.check(context.node(), model, context.path(), context.notes());
              refuse(context);
              if (!isAsWarrens(context)) {
                context
                    .notes()
                    .overridden(
                        context.path(),
                        Values.text(context.node()),
                        "that of the job's user",
                        PodFields.USER);
              }
            });
    owner.node().remove("securityContext");
  }

  private static void refuse(Payload context) {
    if (context.node().path("privileged").booleanValue()) {
      context.notes().refused(context.pathOf("privileged"), PodFields.USER);
    }
    if (!context.node().path("capabilities").path("add").isEmpty()) {
      context
          .notes()
          .refused(context.pathOf("capabilities.add"), "containers run without any capability");
    }
  }

  private static boolean isAsWarrens(Payload context) {
    return context.node().properties().stream()
        .allMatch(
            field ->
                field.getValue().isNull()
                    || field.getKey().equals("capabilities")
                    || field.getValue().equals(AS_WARREN.get(field.getKey())));
  }
}
