package warren.dw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which commands there are, what their arguments may be, and how many container directives a job
 * may have. Where several rules have one command, a directive must satisfy all of them. Immutable;
 * worth keeping, as its expressions are compiled.
 */
public final class RuleBook {
  /** The highest limit of container directives in a job that a site can set. */
  public static final int MOST_CONTAINERS = 64;

  /** A rule, and the driver that has its work. */
  record Entry(String driver, Rule rule) {}

  private final List<RuleObject> objects;
  private final Map<String, List<Entry>> byCommand;
  private final Map<String, String> unreadable;
  private final int containersPerJob;

  private RuleBook(
      List<RuleObject> objects,
      Map<String, List<Entry>> byCommand,
      Map<String, String> unreadable,
      int containersPerJob) {
    this.objects = objects;
    this.byCommand = byCommand;
    this.unreadable = unreadable;
    this.containersPerJob = containersPerJob;
  }

  /**
   * The book of these objects, taken in the order of their names: DWS leaves their order open, and
   * the same objects should always give the same answers.
   */
  public static RuleBook of(List<RuleObject> objects) {
    List<RuleObject> sorted =
        objects.stream().sorted(Comparator.comparing(RuleObject::name)).toList();
    Map<String, List<Entry>> byCommand = new LinkedHashMap<>();
    sorted.forEach(object -> object.rules().forEach(rule -> add(byCommand, object, rule)));
    byCommand.replaceAll((command, entries) -> List.copyOf(entries));
    return new RuleBook(sorted, byCommand, Map.of(), 1);
  }

  private static void add(Map<String, List<Entry>> byCommand, RuleObject object, Rule rule) {
    byCommand
        .computeIfAbsent(rule.command(), command -> new ArrayList<>())
        .add(new Entry(rule.driverLabel().orElse(object.name()), rule));
  }

  /** The rules that Warren ships: the seven commands of NNF, with Warren's drivers. */
  public static RuleBook standard() {
    return StandardRules.BOOK;
  }

  /**
   * The same rules, and commands of which further rules exist that cannot be read: no directive of
   * these is accepted.
   *
   * @param objects by command the name of the object that holds such rules
   */
  public RuleBook withUnreadable(Map<String, String> objects) {
    return new RuleBook(this.objects, byCommand, Map.copyOf(objects), containersPerJob);
  }

  /** The object that holds rules for this command that cannot be read. */
  Optional<String> unreadable(String command) {
    return Optional.ofNullable(unreadable.get(command));
  }

  /** Whether the book says nothing of any command. */
  boolean isEmpty() {
    return byCommand.isEmpty() && unreadable.isEmpty();
  }

  /** The objects that the book was made of, in the order of their names. */
  public List<RuleObject> objects() {
    return objects;
  }

  /**
   * The same rules for a site that allows several container directives in a job.
   *
   * @param most from 1, which is NNF's own limit, to {@value #MOST_CONTAINERS}
   */
  public RuleBook withContainersPerJob(int most) {
    if (most < 1 || most > MOST_CONTAINERS) {
      throw new IllegalArgumentException("a job has 1 to " + MOST_CONTAINERS + " containers");
    }
    return new RuleBook(objects, byCommand, unreadable, most);
  }

  /** How many container directives a job may have. */
  public int containersPerJob() {
    return containersPerJob;
  }

  /** The commands, in the book's order. */
  public Set<String> commands() {
    return Collections.unmodifiableSet(byCommand.keySet());
  }

  /** The rules for this command, in the book's order; none when there is no such command. */
  List<Entry> of(String command) {
    return byCommand.getOrDefault(command, List.of());
  }
}
