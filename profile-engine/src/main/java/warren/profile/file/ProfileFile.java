package warren.profile.file;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import warren.dw.Finding;
import warren.dw.Place;
import warren.yaml.YamlText;
import warren.yaml.YamlValue;

/**
 * A file with profiles, as YAML or JSON: one or several documents, lists among them.
 *
 * @param source its name as the user gave it
 * @param profiles those that are profiles at all, in their order
 * @param others how many objects of other kinds it has, which are not looked at
 * @param findings what is wrong with the file and with the objects around the profiles' payloads,
 *     in the order of their places
 */
public record ProfileFile(
    String source, List<FileProfile> profiles, int others, List<Finding> findings) {
  /** How much of a file is worth reading: more than any text that is not too long. */
  public static final int MOST_BYTES = 4 * YamlText.LONGEST + 1;

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparing(
          finding -> finding.place().orElse(null),
          Comparator.nullsLast(
              Comparator.comparingInt(Place::line).thenComparingInt(Place::column)));

  public ProfileFile {
    requireNonNull(source, "source");
    profiles = List.copyOf(profiles);
    findings = List.copyOf(findings);
  }

  /** Reads a file; any bytes will do. */
  public static ProfileFile read(String source, byte[] content) {
    YamlText text = YamlText.read(source, content);
    List<FileProfile> profiles = new ArrayList<>();
    List<Finding> findings = new ArrayList<>(text.findings());
    int others = 0;
    for (YamlValue object : text.resources()) {
      Optional<String> kind = ObjectReader.otherKind(object);
      if (kind.isPresent()) {
        others++;
      } else {
        new ObjectReader(object, findings::add).read().ifPresent(profiles::add);
      }
    }
    return new ProfileFile(source, profiles, others, sorted(findings));
  }

  /**
   * Reads a file of the disk; its source is the path as it is given. Of an endless one only the
   * beginning is looked at.
   */
  public static ProfileFile read(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return read(path.toString(), in.readNBytes(MOST_BYTES));
    }
  }

  /** All that is wrong or unwise in the file, what its profiles say included; by place. */
  public List<Finding> allFindings() {
    List<Finding> all = new ArrayList<>(findings);
    profiles.forEach(profile -> all.addAll(profile.read().findings()));
    return sorted(all);
  }

  private static List<Finding> sorted(List<Finding> findings) {
    return findings.stream().sorted(BY_PLACE).toList();
  }
}
