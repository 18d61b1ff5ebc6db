package warren.profile.catalog;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import warren.api.NnfContainerProfile;
import warren.dw.Finding;
import warren.profile.ProfileCatalog;
import warren.profile.file.FileProfile;
import warren.profile.file.ProfileFile;
import warren.profile.file.RepeatedProfiles;

/** The profiles of a folder, as they were when it was read; no cluster is asked. */
public final class FolderProfileCatalog implements ProfileCatalog {
  private final Map<String, FileProfile> profiles = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private FolderProfileCatalog(List<ProfileFile> files) {
    RepeatedProfiles repeated = new RepeatedProfiles();
    for (ProfileFile file : files) {
      findings.addAll(file.findings());
      for (FileProfile profile : file.profiles()) {
        repeated.add(profile).ifPresent(findings::add);
        if (!profile.profile().isPinned()) {
          profiles.putIfAbsent(profile.name(), profile);
        }
      }
    }
  }

  /**
   * Reads the profiles of a folder's {@code .yaml}, {@code .yml} and {@code .json} files, in the
   * order of their names, not of folders in it; or of one file.
   *
   * @throws IOException when there is no such folder, or something in it cannot be read
   */
  public static FolderProfileCatalog read(Path path) throws IOException {
    List<ProfileFile> files = new ArrayList<>();
    for (Path file : files(path)) {
      files.add(ProfileFile.read(file));
    }
    return new FolderProfileCatalog(files);
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(file -> file.toString().matches(".*\\.(yaml|yml|json)"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  /** What is wrong with the files, but for what their profiles say; in the files' order. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  @Override
  public Optional<NnfContainerProfile> find(String name) {
    return Optional.ofNullable(profiles.get(name)).map(FileProfile::profile);
  }

  @Override
  public List<String> names() {
    return List.copyOf(profiles.keySet().stream().collect(toCollection(TreeSet::new)));
  }
}
