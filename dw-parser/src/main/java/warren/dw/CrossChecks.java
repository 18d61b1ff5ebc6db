package warren.dw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Checks of directives against each other, as NNF's driver makes them before anything else. They
 * look at what was written, so that a fault in one directive does not bring up others that are
 * none.
 */
final class CrossChecks {
  private final List<ParsedDirective> directives;

  private CrossChecks(List<ParsedDirective> directives) {
    this.directives = directives;
  }

  /**
   * All findings.
   *
   * @param count of all directives, those that could not be taken apart included
   */
  static List<Finding> of(List<ParsedDirective> directives, int count) {
    CrossChecks checks = new CrossChecks(directives);
    return Stream.of(
            checks.onlyOneContainer(),
            checks.persistentAlone(count),
            checks.usedOnce(),
            StorageReferences.check(directives))
        .flatMap(List::stream)
        .toList();
  }

  private List<Finding> onlyOneContainer() {
    List<ParsedDirective> containers = directives.stream().filter(d -> d.is("container")).toList();
    return containers.stream().skip(1).map(d -> secondContainer(containers.get(0), d)).toList();
  }

  private static Finding secondContainer(ParsedDirective first, ParsedDirective second) {
    Place here = second.command().place();
    return second
        .error(
            Codes.CONTAINER_TWICE,
            here,
            "A job can have one container directive, but "
                + Lines.of(first.command().place())
                + " and "
                + Lines.of(here)
                + " each have one.")
        .hint("Put all containers into one profile, or use a job for each.");
  }

  private List<Finding> persistentAlone(int count) {
    return directives.stream()
        .filter(d -> count > 1 && (d.is("create_persistent") || d.is("destroy_persistent")))
        .map(CrossChecks::notAlone)
        .toList();
  }

  private static Finding notAlone(ParsedDirective directive) {
    return directive
        .error(
            Codes.PERSISTENT_NOT_ALONE,
            directive.command().place(),
            "'" + directive.command().text() + "' must be the only directive of its job.")
        .hint("Move it to a job of its own.");
  }

  private List<Finding> usedOnce() {
    List<Finding> findings = new ArrayList<>();
    Map<String, Place> first = new HashMap<>();
    for (ParsedDirective directive :
        directives.stream().filter(d -> d.is("persistentdw")).toList()) {
      directive
          .value("name")
          .filter(name -> first.putIfAbsent(name.text(), name.place()) != null)
          .map(name -> twice(directive, name, first.get(name.text())))
          .ifPresent(findings::add);
    }
    return findings;
  }

  private static Finding twice(ParsedDirective directive, Word name, Place first) {
    return Finding.warning(
            Codes.PERSISTENTDW_TWICE.code(),
            "The persistent storage '" + name.text() + "' is asked for twice.")
        .hint("Remove this directive; " + Lines.of(first) + " has the first.")
        .about(directive.index())
        .at(name.place());
  }
}
