package warren.operator.admission;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import warren.api.Workflow;
import warren.api.WorkflowSpec;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.DirectiveReader;
import warren.dw.Finding;
import warren.dw.JobScript;
import warren.dw.Reading;
import warren.dw.RuleBook;
import warren.names.Labels;
import warren.plan.JobFacts;
import warren.plan.Planner;
import warren.plan.UserIdentity;
import warren.profile.ProfileCatalog;

/**
 * What is wrong with a new Workflow: by the cluster's rules, the profiles, and what its user may
 * use. The operator checks the same again in Proposal, by then with the job's computes.
 */
final class WorkflowReview {
  private final Supplier<RuleBook> rules;
  private final Planner planner;

  /**
   * @param profiles the administrator's
   */
  WorkflowReview(Supplier<RuleBook> rules, ProfileCatalog profiles) {
    this.rules = requireNonNull(rules, "rules");
    this.planner = new Planner(profiles);
  }

  /**
   * Reviews it.
   *
   * @throws io.fabric8.kubernetes.client.KubernetesClientException when rules or profiles cannot be
   *     read
   */
  Verdict of(Workflow workflow) {
    WorkflowSpec spec = workflow.getSpec();
    List<Finding> name = name(workflow).stream().toList();
    if (spec.directives().isEmpty()) {
      return new Verdict(name, List.of());
    }
    Reading reading =
        new DirectiveReader(rules.get()).read(JobScript.ofDirectives(spec.directives()));
    List<Finding> findings = planner.plan(reading, user(workflow), JobFacts.UNKNOWN).findings();
    return new Verdict(
        Stream.concat(name.stream(), findings.stream().filter(Finding::isError)).toList(),
        findings.stream().filter(Predicate.not(Finding::isError)).toList());
  }

  /** The name goes into the account files of containers, where another text could do harm. */
  private static Optional<Finding> name(Workflow workflow) {
    return annotation(workflow, Labels.USER_NAME)
        .filter(name -> !UserIdentity.isName(name))
        .map(
            name ->
                Finding.error(
                        new Code("user-name"),
                        Blame.WLM,
                        "The annotation %s is '%s', which is no user name."
                            .formatted(Labels.USER_NAME, name))
                    .hint("Give a POSIX portable name, or leave out the annotation."));
  }

  private static UserIdentity user(Workflow workflow) {
    return new UserIdentity(workflow.getSpec().userID(), workflow.getSpec().groupID())
        .withGroups(annotation(workflow, Labels.SUPPLEMENTARY_GROUPS).orElse(""));
  }

  private static Optional<String> annotation(Workflow workflow, String key) {
    return Optional.ofNullable(workflow.getMetadata().getAnnotations())
        .map(annotations -> annotations.get(key));
  }
}
