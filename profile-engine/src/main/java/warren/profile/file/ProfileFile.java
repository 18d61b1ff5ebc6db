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
import warren.dw.Code;
import warren.dw.Finding;
import warren.dw.Place;
import warren.yaml.YamlText;
import warren.yaml.YamlValue;

/**
 * A file with profiles, as YAML or JSON: one or several documents, lists among them.
 *
 * @param source its name as the user gave it
 * @param profiles those that are profiles at all, in their order
 * @param others its objects of other kinds, which are not looked at
 * @param findings what is wrong with the file and with the objects around the profiles' payloads,
 *     in the order of their places
 */
public record ProfileFile(
    String source, List<FileProfile> profiles, List<OtherObject> others, List<Finding> findings) {
  /**
   * An object that has nothing to do with profiles.
   *
   * @param place of it in the file
   */
  public record OtherObject(String kind, Place place) {
    public OtherObject {
      requireNonNull(kind, "kind");
      requireNonNull(place, "place");
    }
  }

  /** How much of a file is worth reading: more than any text that is not too long. */
  public static final int MOST_BYTES = 4 * YamlText.LONGEST + 1;

  /** A profile of a version that upstream once had: an error that a conversion removes. */
  public static final Code OLD_VERSION = new Code("profile-version");

  private static final Code NO_PROFILE = new Code("no-profile");

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparing(
          finding -> finding.place().orElse(null),
          Comparator.nullsLast(
              Comparator.comparingInt(Place::line).thenComparingInt(Place::column)));

  public ProfileFile {
    requireNonNull(source, "source");
    profiles = List.copyOf(profiles);
    others = List.copyOf(others);
    findings = List.copyOf(findings);
  }

  /** Reads a file; any bytes will do. */
  public static ProfileFile read(String source, byte[] content) {
    YamlText text = YamlText.read(source, content);
    List<FileProfile> profiles = new ArrayList<>();
    List<Finding> findings = new ArrayList<>(text.findings());
    List<OtherObject> others = new ArrayList<>();
    for (YamlValue object : text.resources()) {
      Optional<String> kind = ObjectReader.otherKind(object);
      if (kind.isPresent()) {
        others.add(new OtherObject(kind.get(), object.place()));
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

  /**
   * All that is wrong or unwise in the file, what its profiles say included; by place.
   *
   * @param before the profiles of the files that were looked at before; these are added
   */
  public List<Finding> allFindings(RepeatedProfiles before) {
    List<Finding> all = new ArrayList<>(findings);
    for (FileProfile profile : profiles) {
      all.addAll(profile.read().findings());
      before.add(profile).ifPresent(all::add);
    }
    if (profiles.isEmpty() && all.isEmpty()) {
      all.add(
          Finding.warning(NO_PROFILE, source + " holds no profile.")
              .hint("Profiles are of the kind NnfContainerProfile."));
    }
    return sorted(all);
  }

  private static List<Finding> sorted(List<Finding> findings) {
    return findings.stream().sorted(BY_PLACE).toList();
  }
}
