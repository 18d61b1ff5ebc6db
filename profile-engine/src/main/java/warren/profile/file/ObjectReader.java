package warren.profile.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import warren.api.NnfContainerProfile;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.dw.Nearest;
import warren.dw.Place;
import warren.names.KubernetesNames;
import warren.names.Names;
import warren.profile.ProfileName;
import warren.profile.ProfileNamespace;
import warren.profile.convert.ProfileShape;
import warren.profile.model.ModelCheck;
import warren.profile.model.Values;
import warren.yaml.YamlTree;
import warren.yaml.YamlValue;

/** Reads one object of a file that is, or should be, a profile. */
final class ObjectReader {
  private static final Code NOT_A_PROFILE = new Code("not-a-profile");
  static final Code INVALID = new Code("profile-invalid");
  static final Code UNKNOWN_FIELD = new Code("profile-field-unknown");

  private static final String KIND = HasMetadata.getKind(NnfContainerProfile.class);
  private static final List<String> VERSIONS =
      Arrays.stream(ProfileShape.values()).map(ProfileShape::apiVersion).toList();

  private static final Set<String> FIELDS = Set.of("apiVersion", "kind", "metadata", "data");

  private static final String NAMING =
      "Give metadata.name: lower-case letters, digits and hyphens.";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final YamlTree tree;
  private final Consumer<Finding> findings;

  ObjectReader(YamlValue object, Consumer<Finding> findings) {
    this.tree = YamlTree.of(object);
    this.findings = findings;
  }

  /** The kind of an object that has nothing to do with profiles. */
  static Optional<String> otherKind(YamlValue object) {
    return Optional.of(object)
        .filter(YamlValue.MapValue.class::isInstance)
        .flatMap(map -> ((YamlValue.MapValue) map).value("kind"))
        .filter(YamlValue.Scalar.class::isInstance)
        .map(kind -> ((YamlValue.Scalar) kind).text())
        .filter(kind -> Nearest.of(kind, List.of(KIND)).isEmpty());
  }

  /** Empty when it cannot be taken for a profile; then the findings say why. */
  Optional<FileProfile> read() {
    if (!tree.node().isObject()) {
      tell(NOT_A_PROFILE, "", "This is no object of Kubernetes.", skeleton());
      return Optional.empty();
    }
    if (!text("kind").equals(KIND)) {
      tell(
          NOT_A_PROFILE,
          "kind",
          tree.node().has("kind")
              ? "The kind '" + text("kind") + "' is not known."
              : "This object names no kind.",
          skeleton());
      return Optional.empty();
    }
    checkVersion();
    checkFields();
    return metadata().flatMap(this::profile);
  }

  private void checkVersion() {
    String version = text("apiVersion");
    if (VERSIONS.contains(version)) {
      return;
    }
    if (ProfileShape.ofApiVersion(version).isPresent()) {
      tell(
          ProfileFile.OLD_VERSION,
          "apiVersion",
          "The cluster does not know profiles of the version '" + version + "'.",
          "'warren profile convert --to v1alpha11' writes them in today's version.");
    } else {
      tell(
          INVALID,
          "apiVersion",
          "The apiVersion of a profile cannot be '" + version + "'.",
          "It is " + String.join(" or ", VERSIONS) + ".");
    }
  }

  private static String skeleton() {
    return "A profile begins with apiVersion: " + VERSIONS.getLast() + " and kind: " + KIND + ".";
  }

  private void checkFields() {
    for (String field : (Iterable<String>) tree.node()::fieldNames) {
      if (!FIELDS.contains(field)) {
        tell(
            UNKNOWN_FIELD,
            field,
            field + " is not a field of an " + KIND + ".",
            Nearest.of(field, FIELDS)
                .map(near -> "Did you mean '" + near + "'?")
                .orElse("What a profile says stands below data."));
      }
    }
  }

  private Optional<ObjectMeta> metadata() {
    JsonNode written = tree.node().path("metadata");
    if (!written.isObject()) {
      tell(INVALID, "metadata", "The profile has no name.", NAMING);
      return Optional.empty();
    }
    MetadataNotes notes = new MetadataNotes(this::tell);
    ModelCheck.check(written, ObjectMeta.class, "metadata", notes);
    if (!isName(written.path("name"))) {
      return Optional.empty();
    }
    return Optional.of(
        notes.faulty()
            // Enough to go on with: what the payload says is to be told, too.
            ? new ObjectMetaBuilder()
                .withName(written.path("name").textValue())
                .withNamespace(written.path("namespace").textValue())
                .build()
            : JSON.convertValue(written, ObjectMeta.class));
  }

  private boolean isName(JsonNode name) {
    if (name.isMissingNode() || name.isNull()) {
      tell(INVALID, "metadata", "The profile has no name.", NAMING);
      return false;
    }
    boolean usable = name.isTextual() && KubernetesNames.isSubdomain(name.textValue());
    if (name.isTextual() && !usable) {
      tell(
          INVALID,
          "metadata.name",
          "A profile cannot be named '" + Values.shown(name) + "'.",
          NAMING);
    }
    return usable;
  }

  private Optional<FileProfile> profile(ObjectMeta metadata) {
    JsonNode data = tree.node().path("data");
    if (!data.isObject() && !data.isMissingNode() && !data.isNull()) {
      tell(INVALID, "data", "The profile's data is no object.", "Write its fields below data.");
      return Optional.empty();
    }
    NnfContainerProfile profile = new NnfContainerProfile();
    profile.setApiVersion(text("apiVersion"));
    profile.setMetadata(metadata);
    profile.setData(data instanceof ObjectNode payload ? payload : null);
    ProfileName.check(profile)
        .map(finding -> finding.at(tree.place("metadata.name").orElseThrow()))
        .ifPresent(findings);
    if (metadata.getNamespace() != null) { // else it is said when the profile is applied
      ProfileNamespace.check(profile, Names.PROFILE_NAMESPACE)
          .map(finding -> finding.at(tree.place("metadata.namespace").orElseThrow()))
          .ifPresent(findings);
    }
    return Optional.of(new FileProfile(profile, this::dataPlace, tree.place("").orElseThrow()));
  }

  private Optional<Place> dataPlace(String path) {
    return path.isEmpty()
        ? tree.place("data").or(() -> tree.place(""))
        : tree.place("data." + path);
  }

  private String text(String field) {
    return tree.node().path(field).asText();
  }

  private void tell(Code code, String path, String message, String hint) {
    findings.accept(
        Finding.error(code, Blame.INTERNAL, message)
            .hint(hint)
            .at(tree.place(path).or(() -> tree.place("")).orElseThrow()));
  }
}
