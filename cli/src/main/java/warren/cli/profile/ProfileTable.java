package warren.cli.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import warren.api.NnfContainerProfile;
import warren.cli.show.Summary;
import warren.cli.show.Table;
import warren.dw.Finding;
import warren.profile.ProfileReader;
import warren.profile.ProfileReader.ProfileReading;
import warren.profile.ProfileWorkload;
import warren.profile.ResolvedProfile;

/** A row for each profile. */
final class ProfileTable {
  private static final List<String> NARROW = List.of("NAME", "KIND", "STORAGES", "USABLE BY");
  private static final List<String> WIDE = List.of("IMAGES", "PULL SECRETS", "RETRIES", "TIMEOUTS");

  /** What stands in a cell without a value, as kubectl has it. */
  private static final String NONE = "<none>";

  private ProfileTable() {}

  /** The lines, headings first. */
  static List<String> of(List<NnfContainerProfile> profiles, boolean wide) {
    Table table = new Table(cells(NARROW, WIDE, wide));
    for (NnfContainerProfile profile : profiles) {
      ProfileReading reading = ProfileReader.read(profile);
      String name = profile.getMetadata().getName();
      Optional<ResolvedProfile> resolved = reading.profile();
      table.add(
          resolved.isPresent()
              ? cells(narrow(resolved.get()), wide(resolved.get()), wide)
              : refused(name, reading, table.columns()));
    }
    return table.lines();
  }

  private static List<String> cells(List<String> narrow, List<String> more, boolean wide) {
    return wide ? Stream.concat(narrow.stream(), more.stream()).toList() : narrow;
  }

  private static List<String> refused(String name, ProfileReading reading, int columns) {
    int errors = Math.toIntExact(reading.findings().stream().filter(Finding::isError).count());
    List<String> cells = new ArrayList<>();
    cells.add(name);
    cells.add("refused: " + Summary.count(errors, "error"));
    while (cells.size() < columns) {
      cells.add("");
    }
    return cells;
  }

  private static List<String> narrow(ResolvedProfile profile) {
    String kind =
        switch (profile.workload()) {
          case ProfileWorkload.Single single -> "single";
          case ProfileWorkload.Mpi mpi -> "mpi";
        };
    String storages =
        joined(
            profile.storages().stream()
                .map(storage -> storage.optional() ? "[" + storage.name() + "]" : storage.name())
                .toList());
    return List.of(profile.name(), kind, storages, profile.users().words());
  }

  private static List<String> wide(ResolvedProfile profile) {
    return List.of(
        joined(profile.workload().images()),
        joined(profile.workload().pullSecrets()),
        Integer.toString(profile.retryLimit()),
        profile.preRunTimeout().toSeconds() + "s," + profile.postRunTimeout().toSeconds() + "s");
  }

  private static String joined(List<String> words) {
    return words.isEmpty() ? NONE : String.join(",", words);
  }
}
