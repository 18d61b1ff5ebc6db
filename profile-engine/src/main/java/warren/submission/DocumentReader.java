package warren.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Codes;
import warren.dw.Finding;
import warren.dw.FluxPresets;
import warren.dw.JobScript;
import warren.dw.Place;
import warren.dw.PlacedText;
import warren.yaml.YamlText;
import warren.yaml.YamlValue;
import warren.yaml.YamlValue.ListValue;
import warren.yaml.YamlValue.MapValue;
import warren.yaml.YamlValue.Scalar;

/** Reads the directives of a YAML or JSON document: a Workflow, a jobspec, a list. */
final class DocumentReader {
  /** A document that is none of these, or whose directives are no texts. */
  static final Code BAD_DOCUMENT = new Code("bad-document");

  /** What a shell script does not begin with, and what the documents begin with. */
  private static final Pattern KEY =
      Pattern.compile(
          "(?:apiVersion|kind|metadata|spec|status|version|resources|tasks|attributes)\\s*:.*");

  private static final String WORKFLOW = "Workflow";
  private static final String EXPECTED = "Give a Workflow, a Flux jobspec or a list of directives.";

  private final String source;
  private final List<String> lines;
  private final FluxPresets presets;
  private final List<Finding> findings = new ArrayList<>();

  private DocumentReader(String source, List<String> lines, FluxPresets presets) {
    this.source = source;
    this.lines = lines;
    this.presets = presets;
  }

  /** Reads a text that is a document; empty if it is none. */
  static Optional<Submission> read(String source, byte[] content, FluxPresets presets) {
    String text = new String(content, UTF_8);
    return isDocument(text)
        ? Optional.of(new DocumentReader(source, text.lines().toList(), presets).document(content))
        : Optional.empty();
  }

  /** Whether the first line that is neither a comment nor a separator can be no script's. */
  private static boolean isDocument(String text) {
    Optional<String> first =
        text.startsWith("#!")
            ? Optional.empty()
            : text.lines()
                .map(line -> line.startsWith("\ufeff") ? line.substring(1) : line)
                .filter(line -> !line.isBlank() && !line.matches("\\s*#.*|---.*|%.*"))
                .findFirst();
    return first
        .map(String::stripLeading)
        .filter(
            line ->
                line.startsWith("- ")
                    || KEY.matcher(line).matches()
                    || opens(text, line, "{", "\"}")
                    || opens(text, line, "[", "\"]"))
        .isPresent();
  }

  /** Whether a bracket begins the line, and the next character that is no space is one of these. */
  private static boolean opens(String text, String line, String bracket, String next) {
    if (!line.startsWith(bracket)) {
      return false;
    }
    String behind = text.substring(text.indexOf(line) + 1).stripLeading();
    return !behind.isEmpty() && next.indexOf(behind.charAt(0)) >= 0;
  }

  /** The directives of a Flux attribute whose text is a JSON list; empty for any other text. */
  static Optional<JobScript> listWithin(PlacedText text, FluxPresets presets) {
    String source = text.place().source();
    YamlText read = YamlText.read(source, text.text().getBytes(UTF_8));
    if (!text.text().stripLeading().startsWith("[")
        || read.documents().size() != 1
        || !(read.documents().getFirst() instanceof ListValue list)
        || !list.items().stream().allMatch(DocumentReader::isText)) {
      return Optional.empty();
    }
    List<PlacedText> texts =
        list.items().stream()
            .map(item -> new PlacedText(((Scalar) item).text(), text.place(), List.of()))
            .toList();
    return Optional.of(JobScript.ofFluxAttribute(source, texts, presets));
  }

  private Submission document(byte[] content) {
    YamlText yaml = YamlText.read(source, content);
    if (!yaml.findings().isEmpty()) {
      return failed(yaml.findings());
    }
    List<YamlValue> documents = yaml.resources();
    return documents.size() == 1
        ? of(documents.getFirst())
        : failed(
            List.of(
                bad(
                    "This file holds " + documents.size() + " documents.",
                    "Give one job at a time.",
                    new Place(source, 1, 1, 1))));
  }

  private Submission of(YamlValue document) {
    if (document instanceof ListValue list) {
      return submission(
          Form.LIST,
          "it is a list",
          "Write texts that begin with '#DW ' into the list.",
          JobScript.ofList(source, texts(list, "")));
    }
    if (!(document instanceof MapValue map)) {
      return failed(List.of(other("a single value", document)));
    }
    Optional<String> kind =
        map.value("kind").filter(DocumentReader::isText).map(v -> ((Scalar) v).text());
    if (kind.equals(Optional.of(WORKFLOW))) {
      return submission(
          Form.WORKFLOW,
          "its kind is Workflow",
          "Write them into spec.dwDirectives.",
          JobScript.ofList(source, texts(find(map, "spec", "dwDirectives"), "spec.dwDirectives")));
    }
    if (kind.isEmpty() && map.value("attributes").isPresent()) {
      Optional<YamlValue> value = find(map, "attributes", "system", "dw");
      return submission(
          Form.FLUX_JOBSPEC,
          "it has 'attributes', as a jobspec does",
          "Write them into attributes.system.dw.",
          JobScript.ofFluxAttribute(
              source,
              value.filter(DocumentReader::isText).isPresent()
                  ? List.of(placed((Scalar) value.get()))
                  : texts(value, "attributes.system.dw"),
              presets));
    }
    return failed(
        List.of(other(kind.map(name -> "of the kind '" + name + "'").orElse("no object"), map)));
  }

  /** The value behind these keys; empty if one of them is not there. */
  private static Optional<YamlValue> find(MapValue map, String... keys) {
    Optional<YamlValue> value = Optional.of(map);
    for (String key : keys) {
      value =
          value.flatMap(in -> in instanceof MapValue inner ? inner.value(key) : Optional.empty());
    }
    return value.filter(found -> !isNothing(found));
  }

  private List<PlacedText> texts(Optional<YamlValue> value, String path) {
    return value.map(found -> texts(found, path)).orElse(List.of());
  }

  private List<PlacedText> texts(YamlValue value, String path) {
    if (!(value instanceof ListValue list)) {
      findings.add(
          bad(
              path + " is " + value.kind() + ", but must be a list of texts.",
              "Write a list with a text for each directive.",
              value.place()));
      return List.of();
    }
    List<PlacedText> texts = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      YamlValue item = list.items().get(i);
      if (isText(item)) {
        texts.add(placed((Scalar) item));
      } else {
        findings.add(
            bad(
                "%s[%d] is %s, but must be a text.".formatted(path, i, item.kind()),
                "Write the directive between quotes: without them '#' begins a comment.",
                item.place()));
      }
    }
    return texts;
  }

  private PlacedText placed(Scalar scalar) {
    return PlacedText.find(lines, scalar.place(), scalar.text());
  }

  private Submission submission(Form form, String sign, String remedy, JobScript script) {
    JobScript all = script.with(findings);
    boolean isEmpty = all.directives().isEmpty() && all.findings().isEmpty();
    return new Submission(form, Optional.of(sign), isEmpty ? all.with(List.of(none(remedy))) : all);
  }

  private Finding none(String remedy) {
    return Finding.warning(Codes.NO_DIRECTIVES.code(), "No directive was found.")
        .hint("If the job needs storage or containers: " + remedy)
        .at(new Place(source, 1, 1, 1));
  }

  private Submission failed(List<Finding> why) {
    return new Submission(
        Form.DOCUMENT,
        Optional.of("its first line is none of a script"),
        new JobScript(source, List.of(), why));
  }

  private static boolean isText(YamlValue value) {
    return value instanceof Scalar scalar && scalar.type() == Scalar.Type.TEXT;
  }

  private static boolean isNothing(YamlValue value) {
    return value instanceof Scalar scalar && scalar.type() == Scalar.Type.NOTHING;
  }

  private static Finding other(String what, YamlValue document) {
    String hint =
        what.contains("NnfContainerProfile")
            ? "Profiles are checked by 'warren profile lint'."
            : EXPECTED;
    return bad("This document is " + what + ", which holds no directives.", hint, document.place());
  }

  private static Finding bad(String message, String hint, Place place) {
    return Finding.error(BAD_DOCUMENT, Blame.USER, message).hint(hint).at(place);
  }
}
