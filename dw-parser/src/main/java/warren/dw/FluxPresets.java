package warren.dw;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The presets of a site: names that the Flux job attribute {@code dw} may give instead of
 * directives.
 *
 * @param texts the directives of each name; empty if nobody said which presets the site has
 */
public record FluxPresets(Optional<Map<String, List<String>>> texts) {
  /** Of a site whose presets are not known. */
  public static final FluxPresets UNKNOWN = new FluxPresets(Optional.empty());

  private static final String FILE =
      "Give the site's presets with --presets FILE, where FILE holds what"
          + " 'flux config get rabbit.presets' prints.";

  public FluxPresets {
    texts = texts.map(Map::copyOf);
  }

  /** The presets of a site that is known. */
  public static FluxPresets of(Map<String, List<String>> texts) {
    return new FluxPresets(Optional.of(texts));
  }

  /** The directives of a name; empty if there is no such preset. */
  Optional<List<String>> find(String name) {
    return texts.map(all -> all.get(name));
  }

  /** Whether a text can only be meant as a preset: one word that is no directive. */
  static boolean isName(String text) {
    return !text.isEmpty()
        && text.charAt(0) != '#'
        && text.chars().noneMatch(c -> c == '=' || Words.isSpace(c));
  }

  /** Says that a preset is unknown. */
  Finding unknown(String name, Place place) {
    return Finding.error(
            Codes.UNKNOWN_PRESET.code(),
            Blame.USER,
            texts.isEmpty()
                ? "The preset " + Shown.quoted(name) + " is unknown: no file of presets was given."
                : "There is no preset " + Shown.quoted(name) + ".")
        .hint(texts.map(all -> instead(name, all)).orElse(FILE))
        .at(place);
  }

  private static String instead(String name, Map<String, List<String>> texts) {
    return Nearest.of(name, texts.keySet())
        .map(near -> "Did you mean " + Shown.quoted(near) + "?")
        .orElseGet(
            () ->
                texts.isEmpty()
                    ? "The site has no presets."
                    : "The presets are "
                        + Shown.listed(texts.keySet().stream().sorted().toList(), "and")
                        + ".");
  }
}
