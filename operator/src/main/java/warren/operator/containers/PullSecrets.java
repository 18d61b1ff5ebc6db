package warren.operator.containers;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.names.DirectiveIdentity;
import warren.names.Labels;
import warren.names.Names;
import warren.names.WorkflowIdentity;
import warren.operator.containers.PullSecret.Copy;
import warren.operator.containers.PullSecret.Defect;
import warren.operator.containers.PullSecret.Original;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;
import warren.operator.decision.Ownership;

/**
 * The pull secrets of a container directive: whether images can be pulled with them, and the copies
 * of those that are not in the workflow's namespace. Pure.
 *
 * @param all in the profile's order, each once
 * @param profile the profile's name
 * @param profileNamespace where originals are that are not in the workflow's namespace
 */
record PullSecrets(
    DirectiveIdentity directive, String profile, String profileNamespace, List<PullSecret> all) {
  private static final Duration SOON = Duration.ofSeconds(2);

  PullSecrets {
    requireNonNull(directive, "directive");
    all = List.copyOf(all);
  }

  private WorkflowIdentity workflow() {
    return directive.workflow();
  }

  /** What is wrong with them, in the profile's order. */
  List<Finding> findings() {
    return all.stream().flatMap(this::findings).toList();
  }

  /**
   * What has to happen before anything can be launched; empty when nothing has.
   *
   * @param now nothing watches Secrets, so that a wait ends by itself
   */
  Optional<Decision> before(Instant now) {
    List<Finding> findings = findings();
    if (!findings.isEmpty()) {
      return Optional.of(Decision.fail(findings));
    }
    List<Action> stale =
        all.stream()
            .flatMap(
                secret ->
                    secret.copy() instanceof Copy.Stale old
                        ? Stream.of(new Action.Delete(old.copy()))
                        : Stream.<Action>empty())
            .toList();
    return stale.isEmpty() && all.stream().noneMatch(one -> one.copy() instanceof Copy.Going)
        ? Optional.empty()
        : Optional.of(
            Decision.waitFor("The pull secrets are being copied anew.", now.plus(SOON))
                .with(stale));
  }

  /** The copies that are to be made, before what names them. */
  List<Action> copies() {
    return all.stream()
        .filter(secret -> secret.copy() instanceof Copy.Absent)
        .flatMap(
            secret ->
                secret.original().stream()
                    .<Action>map(
                        original ->
                            new Action.CopySecret(
                                original.namespace(),
                                secret.name(),
                                original.resourceVersion(),
                                copyOf(secret.name()))))
        .toList();
  }

  /** Those whose copies pods have to name. */
  Set<String> copied() {
    return all.stream()
        .filter(secret -> !(secret.copy() instanceof Copy.NotNeeded))
        .map(PullSecret::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  private ObjectMeta copyOf(String secret) {
    return new ObjectMetaBuilder()
        .withNamespace(workflow().namespace())
        .withName(Names.pullSecret(directive, secret))
        .withLabels(Labels.of(workflow(), directive.index()))
        .withOwnerReferences(Ownership.reference(workflow()))
        .build();
  }

  private Stream<Finding> findings(PullSecret secret) {
    return Stream.concat(
            secret
                .original()
                .map(original -> defect(secret.name(), original))
                .orElseGet(() -> Optional.of(missing(secret.name())))
                .stream(),
            secret.copy() instanceof Copy.Foreign foreign
                ? Stream.of(taken(secret.name(), foreign.name()))
                : Stream.empty())
        .map(finding -> finding.about(directive.index()));
  }

  private Optional<Finding> defect(String name, Original original) {
    return original
        .defect()
        .map(
            defect ->
                switch (defect) {
                  case Defect.Type wrong -> wrongType(name, original.namespace(), wrong.type());
                  case Defect.Content malformed ->
                      malformed(name, original.namespace(), malformed.why());
                });
  }

  private Finding missing(String name) {
    String where =
        workflow().namespace().equals(profileNamespace)
            ? "in namespace " + profileNamespace
            : "neither in namespace %s, where the workflow is, nor in namespace %s, where the profile is"
                .formatted(workflow().namespace(), profileNamespace);
    return error("secret-missing", name, "is missing: it is " + where + ".")
        .hint(
            "An administrator has to create it: warren secret create %s -n %s."
                .formatted(name, profileNamespace));
  }

  private Finding wrongType(String name, String namespace, String type) {
    return error(
            "secret-type",
            name,
            "in namespace %s has the type %s, which is not for pulling images."
                .formatted(namespace, type))
        .hint(
            "An administrator has to delete it and to create one of type"
                + " kubernetes.io/dockerconfigjson: warren secret create %s -n %s."
                    .formatted(name, namespace));
  }

  private Finding malformed(String name, String namespace, String why) {
    return error(
            "secret-malformed", name, "in namespace %s is no use: %s.".formatted(namespace, why))
        .hint(
            "An administrator has to make it anew: warren secret create %s -n %s --replace."
                .formatted(name, namespace));
  }

  private Finding taken(String name, String copy) {
    return error(
            "secret-taken",
            name,
            ("cannot be copied into the workflow's namespace: Secret %s in namespace %s exists"
                    + " already and does not belong to this workflow.")
                .formatted(copy, workflow().namespace()))
        .hint("Delete it, or give the workflow another name.");
  }

  private Finding error(String code, String name, String what) {
    return Finding.error(
        new Code(code),
        Blame.INTERNAL,
        "The pull secret '%s' of profile %s %s".formatted(name, profile, what));
  }
}
