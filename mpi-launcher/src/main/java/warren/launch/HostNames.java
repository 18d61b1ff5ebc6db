package warren.launch;

import java.util.ArrayList;
import java.util.List;
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
    for (String rabbit : single.rabbits()) {
      if (!isLabel(rabbit)) {
        findings.add(
            error(
                single,
                Blame.INTERNAL,
                "The Rabbit's name '%s' cannot be the host name of a container.".formatted(rabbit),
                "Name the node with up to 63 lower-case letters, digits and hyphens, no dots."));
        continue;
      }
      tooLong(single, Names.job(single.setting().workflow().name(), rabbit)).forEach(findings::add);
    }
    return findings;
  }

  private static List<Finding> check(MpiWorkload mpi) {
    // One sentence is enough for however many workers.
    return JobEnvironment.mpiHosts(mpi.setting().workflow().name(), mpi.rabbits().size()).stream()
        .filter(host -> host.length() > LONGEST)
        .limit(1)
        .flatMap(host -> tooLong(mpi, host).stream())
        .toList();
  }

  private static List<Finding> tooLong(Workload workload, String name) {
    if (name.length() <= LONGEST) {
      return List.of();
    }
    return List.of(
        error(
            workload,
            Blame.WLM,
            "The name '%s' would have %s characters, and %s are allowed."
                .formatted(name, name.length(), LONGEST),
            "Use a shorter name for the workflow."));
  }

  private static Finding error(Workload workload, Blame blame, String message, String hint) {
    return Finding.error(UNUSABLE, blame, message).hint(hint).about(workload.setting().directive());
  }

  private static boolean isLabel(String name) {
    return name.length() <= LONGEST && LABEL.matcher(name).matches();
  }
}
