package warren.operator.workflows;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import warren.operator.entries.Entry;
import warren.operator.entries.EntryStatus;

/**
 * What the entries of a state say together, as DWS rolls them up.
 *
 * @param ready every entry is completed
 * @param status the word for the workflow: that of the worst entry
 * @param message the last message among the worst entries, and which directive it is about
 */
record RollUp(boolean ready, String status, Optional<String> message) {
  static RollUp of(List<Entry> entries) {
    int worst =
        entries.stream()
            .map(entry -> entry.progress().rank())
            .max(Comparator.naturalOrder())
            .orElse(EntryStatus.COMPLETED.rank());
    List<Entry> worstEntries =
        entries.stream().filter(entry -> entry.progress().rank() == worst).toList();
    return new RollUp(
        entries.stream().allMatch(Entry::completed),
        worstEntries.isEmpty()
            ? EntryStatus.COMPLETED.word()
            : worstEntries.getFirst().progress().workflowWord(),
        worstEntries.stream()
            .flatMap(
                entry ->
                    entry.message().stream()
                        .map(text -> "DW Directive " + entry.directive() + ": " + text))
            .reduce((earlier, later) -> later));
  }
}
