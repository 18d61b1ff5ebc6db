package warren.dw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks of directives against each other, as NNF's driver makes them before anything else, and of
 * what it does not check but cannot do. They look at what was written, so that a fault in one
 * directive does not bring up others that are none.
 */
final class CrossChecks {
  private final int count;
  private final int containersPerJob;
  private final StorageReferences references;
  private final CopyChecks copies = new CopyChecks();
  private final Map<String, Word> persistent = new HashMap<>();
  private final Map<String, Word> containerNames = new HashMap<>();
  private final List<ParsedDirective> containers;
  private int containersSoFar;

  private CrossChecks(List<ParsedDirective> directives, int count, int containersPerJob) {
    this.count = count;
    this.containersPerJob = containersPerJob;
    this.references = new StorageReferences(directives);
    this.containers = directives.stream().filter(d -> d.is("container")).toList();
  }

  /**
   * All findings.
   *
   * @param count of all directives, those that could not be taken apart included
   * @param containersPerJob how many container directives there may be
   */
  static List<Finding> of(List<ParsedDirective> directives, int count, int containersPerJob) {
    CrossChecks checks = new CrossChecks(directives, count, containersPerJob);
    List<Finding> findings = new ArrayList<>();
    for (ParsedDirective directive : directives) {
      Faults faults = new Faults(directive);
      checks.check(directive, faults);
      findings.addAll(faults.all());
    }
    return findings;
  }

  private void check(ParsedDirective directive, Faults faults) {
    references.check(directive, faults);
    switch (directive.command().text()) {
      case "container" -> {
        containerAmongOthers(directive, faults);
        ContainerStorages.check(directive, faults);
      }
      case "create_persistent", "destroy_persistent" -> {
        if (count > 1) {
          faults.add(() -> notAlone(directive));
        }
      }
      case "persistentdw" -> {
        usedOnce(directive, faults);
        requires(directive, faults);
      }
      case "jobdw" -> requires(directive, faults);
      case "copy_in", "copy_out" -> copies.check(directive, faults);
      default -> {}
    }
  }

  private void containerAmongOthers(ParsedDirective directive, Faults faults) {
    if (containersPerJob == 1) {
      if (directive != containers.get(0)) {
        faults.add(() -> secondContainer(containers.get(0), directive));
      }
      return;
    }
    containersSoFar++;
    if (containersSoFar > containersPerJob) {
      faults.add(() -> containerTooMany(directive));
      return;
    }
    directive
        .value("name")
        .ifPresent(
            name -> {
              Word first = containerNames.putIfAbsent(name.text(), name);
              if (first != null) {
                faults.add(() -> containerNameTaken(directive, name, first));
              }
            });
  }

  private Finding containerTooMany(ParsedDirective directive) {
    return directive
        .error(
            Codes.CONTAINER_TWICE,
            directive.command().place(),
            "A job can have %s container directives here, but this job has %s."
                .formatted(containersPerJob, containers.size()))
        .hint("Put several containers into one profile, or use several jobs.");
  }

  private static Finding containerNameTaken(ParsedDirective directive, Word name, Word first) {
    return directive
        .error(
            Codes.CONTAINER_NAME_TWICE,
            name.place(),
            "The container directives of %s and %s have the same name, %s."
                .formatted(
                    Lines.of(first.place()), Lines.of(name.place()), Shown.quoted(name.text())))
        .hint("Give each its own name: the job's variables are named after it.");
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

  private static Finding notAlone(ParsedDirective directive) {
    return directive
        .error(
            Codes.PERSISTENT_NOT_ALONE,
            directive.command().place(),
            "'" + directive.command().text() + "' must be the only directive of its job.")
        .hint("Move it to a job of its own.");
  }

  private void usedOnce(ParsedDirective directive, Faults faults) {
    directive
        .value("name")
        .ifPresent(
            name -> {
              Word first = persistent.putIfAbsent(name.text(), name);
              if (first != null) {
                faults.add(() -> twice(directive, name, first));
              }
            });
  }

  private static Finding twice(ParsedDirective directive, Word name, Word first) {
    return directive
        .warning(
            Codes.PERSISTENTDW_TWICE,
            name.place(),
            "The persistent storage " + Shown.quoted(name.text()) + " is asked for twice.")
        .hint("Remove this directive; " + Lines.of(first.place()) + " has the first.");
  }

  private void requires(ParsedDirective directive, Faults faults) {
    if (containers.isEmpty()) {
      directive.value("requires").ifPresent(word -> faults.add(() -> useless(directive, word)));
    }
  }

  private static Finding useless(ParsedDirective directive, Word requires) {
    return directive
        .warning(
            Codes.REQUIRES_WITHOUT_CONTAINER,
            requires.place(),
            "'requires' does nothing in a job without a container directive.")
        .hint("Remove it, or add the container that uses it.");
  }
}
