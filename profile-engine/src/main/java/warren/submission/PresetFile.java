package warren.submission;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.dw.FluxPresets;
import warren.dw.Place;
import warren.yaml.YamlText;
import warren.yaml.YamlValue;
import warren.yaml.YamlValue.ListValue;
import warren.yaml.YamlValue.MapValue;
import warren.yaml.YamlValue.Scalar;

/**
 * A file with the presets of a site, as {@code flux config get rabbit.presets} prints them: an
 * object that gives each name a text or a list of texts.
 *
 * @param presets all presets without errors
 * @param findings what is wrong with the file; all of them are errors
 */
public record PresetFile(FluxPresets presets, List<Finding> findings) {
  private static final Code BAD_PRESET = new Code("bad-preset");

  public PresetFile {
    requireNonNull(presets, "presets");
    findings = List.copyOf(findings);
  }

  /**
   * Reads a file; any bytes will do.
   *
   * @param source the file's name as the user gave it
   */
  public static PresetFile read(String source, byte[] content) {
    YamlText text = YamlText.read(source, content);
    List<Finding> findings = new ArrayList<>(text.findings());
    Map<String, List<String>> presets = new LinkedHashMap<>();
    if (text.documents().size() == 1 && text.documents().getFirst() instanceof MapValue map) {
      map.entries()
          .forEach(
              (name, entry) ->
                  texts(entry.value())
                      .ifPresentOrElse(
                          texts -> presets.put(name, texts),
                          () ->
                              findings.add(
                                  bad(
                                      "The preset '" + name + "' is " + entry.value().kind() + ".",
                                      "A preset is a text, or a list of texts, each with a"
                                          + " directive.",
                                      entry.place()))));
    } else if (findings.isEmpty()) {
      findings.add(
          bad(
              "The presets are no object.",
              "Give what 'flux config get rabbit.presets' prints.",
              new Place(source, 1, 1, 1)));
    }
    return new PresetFile(FluxPresets.of(presets), findings);
  }

  private static Optional<List<String>> texts(YamlValue value) {
    List<YamlValue> items = value instanceof ListValue list ? list.items() : List.of(value);
    List<String> texts = new ArrayList<>();
    for (YamlValue item : items) {
      if (!(item instanceof Scalar scalar) || scalar.type() != Scalar.Type.TEXT) {
        return Optional.empty();
      }
      texts.add(scalar.text());
    }
    return Optional.of(texts);
  }

  private static Finding bad(String message, String hint, Place place) {
    return Finding.error(BAD_PRESET, Blame.INTERNAL, message).hint(hint).at(place);
  }
}
