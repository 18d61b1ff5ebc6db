package warren.dw;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Warns of copies that do nothing useful. */
final class CopyChecks {
  private final Map<String, ParsedDirective> seen = new HashMap<>();

  void check(ParsedDirective copy, Faults faults) {
    boolean in = copy.is("copy_in");
    Optional<Word> far = copy.value(in ? "source" : "destination");
    far.filter(path -> StorageReferences.storage(path, StorageBinding.Scope.JOB).isPresent())
        .ifPresent(path -> faults.add(() -> wrongWay(copy, in, path)));
    Optional<Word> source = copy.value("source");
    Optional<Word> destination = copy.value("destination");
    if (source.isPresent() && destination.isPresent()) {
      String copied = source.get().text() + " " + destination.get().text();
      ParsedDirective first = seen.putIfAbsent(copy.command().text() + " " + copied, copy);
      if (first != null) {
        faults.add(() -> twice(copy, first));
      }
    }
  }

  private static Finding wrongWay(ParsedDirective copy, boolean in, Word path) {
    return copy.warning(
            Codes.COPY_WRONG_WAY,
            path.place(),
            in
                ? "copy_in copies out of the job's own storage, which is empty before the job."
                : "copy_out copies into the job's own storage, which is removed after the job.")
        .hint("Swap source and destination, or use " + (in ? "copy_out." : "copy_in."));
  }

  private static Finding twice(ParsedDirective copy, ParsedDirective first) {
    return copy.warning(
            Codes.COPY_TWICE, copy.command().place(), "The same copy is asked for twice.")
        .hint("Remove this directive; " + Lines.of(first.command().place()) + " has the first.");
  }
}
