package warren.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.names.Names;

/**
 * Whether the names of workflow and Rabbits can become host names. The cluster would refuse some of
 * them with words that no user understands, and ignore an MPIJob of such a name without any.
 */
public final class HostNames {
  private static final Code UNUSABLE = new Code("unusable-name");

  /** The longest part of a DNS name, and the longest value of a label. */
  private static final int LONGEST = 63;

  /** Leaves room for a hyphen and a workflow that is named as {@code warren run} names its own. */
  private static final int LONGEST_RABBIT = LONGEST - 1 - "warren-run-000000".length();

  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");

  private HostNames() {}

  /** An error for every name that cannot be used; empty for a workload that can be rendered. */
  public static List<Finding> check(Workload workload) {
    String workflow = workload.setting().workflow().name();
    List<Finding> findings = new ArrayList<>();
    if (!isLabel(workflow) || !Character.isLetter(workflow.charAt(0))) {
      findings.add(
          error(
              workload,
              Blame.WLM,
              "The workflow's name '%s' cannot be the DNS name of its containers."
                  .formatted(workflow),
              "Use up to 63 lower-case letters, digits and hyphens, the first a letter."));
    }
    switch (workload) {
      case SingleWorkload single -> findings.addAll(check(single));
      case MpiWorkload mpi -> findings.addAll(check(mpi));
    }
    return List.copyOf(findings);
  }

  private static List<Finding> check(SingleWorkload single) {
    List<Finding> findings = new ArrayList<>();
    String further = suffix(single).replaceFirst("-", "") + "-";
    for (String rabbit : single.rabbits()) {
      if (!suffix(single).isEmpty() && single.rabbits().contains(further + rabbit)) {
        findings.add(
            error(
                single,
                Blame.INTERNAL,
                "The Rabbits '%s' and '%s' cannot both run several container directives: two Jobs would have the same name."
                    .formatted(rabbit, further + rabbit),
                "Tell your administrator, who can rename one of the nodes."));
      }
      if (!isLabel(rabbit)) {
        findings.add(
            error(
                single,
                Blame.INTERNAL,
                "The Rabbit's name '%s' cannot be the host name of a container.".formatted(rabbit),
                "Name the node with up to 63 lower-case letters, digits and hyphens, no dots."));
        continue;
      }
      tooLong(single, rabbit).ifPresent(findings::add);
    }
    return findings;
  }

  private static List<Finding> check(MpiWorkload mpi) {
    String workflow = mpi.setting().workflow().name();
    // One sentence is enough for however many workers.
    return JobEnvironment.mpiHosts(mpi.setting().directive(), mpi.rabbits().size()).stream()
        .filter(host -> host.length() > LONGEST)
        .limit(1)
        .map(host -> tooLong(mpi, host, host.length() - workflow.length()))
        .toList();
  }

  /** Blames the Rabbit where its name leaves too little even for the names of {@code run}. */
  private static Optional<Finding> tooLong(SingleWorkload single, String rabbit) {
    String name = Names.job(single.setting().directive(), rabbit);
    int longest = LONGEST_RABBIT - suffix(single).length();
    if (name.length() <= LONGEST) {
      return Optional.empty();
    }
    return Optional.of(
        rabbit.length() <= longest
            ? tooLong(single, name, suffix(single).length() + 1 + rabbit.length())
            : error(
                single,
                Blame.INTERNAL,
                "The Rabbit's name '%s' has %s characters, and %s are allowed beside a workflow's."
                    .formatted(rabbit, rabbit.length(), longest),
                "Tell your administrator, who can give the node a shorter name."));
  }

  /**
   * Blames the workflow.
   *
   * @param rest what the name has beside the workflow's, in characters
   */
  private static Finding tooLong(Workload workload, String name, int rest) {
    return error(
        workload,
        Blame.WLM,
        "The name '%s' would have %s characters, and %s are allowed."
            .formatted(name, name.length(), LONGEST),
        "Use a name of up to %s characters for the workflow.".formatted(LONGEST - rest));
  }

  /** What stands behind the workflow's name in the names of a further container directive. */
  private static String suffix(Workload workload) {
    Setting setting = workload.setting();
    return Names.container(setting.directive()).substring(setting.workflow().name().length());
  }

  private static Finding error(Workload workload, Blame blame, String message, String hint) {
    return Finding.error(UNUSABLE, blame, message)
        .hint(hint)
        .about(workload.setting().directive().index());
  }

  private static boolean isLabel(String name) {
    return name.length() <= LONGEST && LABEL.matcher(name).matches();
  }
}
