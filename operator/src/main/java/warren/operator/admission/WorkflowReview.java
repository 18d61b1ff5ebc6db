package warren.operator.admission;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import warren.api.Workflow;
import warren.api.WorkflowSpec;
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
    if (spec.directives().isEmpty()) {
      return new Verdict(List.of(), List.of());
    }
    Reading reading =
        new DirectiveReader(rules.get()).read(JobScript.ofDirectives(spec.directives()));
    List<Finding> findings = planner.plan(reading, user(workflow), JobFacts.UNKNOWN).findings();
    return new Verdict(
        findings.stream().filter(Finding::isError).toList(),
        findings.stream().filter(Predicate.not(Finding::isError)).toList());
  }

  private static UserIdentity user(Workflow workflow) {
    String groups =
        Optional.ofNullable(workflow.getMetadata().getAnnotations())
            .map(annotations -> annotations.get(Labels.SUPPLEMENTARY_GROUPS))
            .orElse("");
    return new UserIdentity(workflow.getSpec().userID(), workflow.getSpec().groupID())
        .withGroups(groups);
  }
}
