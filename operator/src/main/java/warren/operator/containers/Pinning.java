package warren.operator.containers;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import warren.api.NnfContainerProfile;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.names.DirectiveIdentity;
import warren.names.Labels;
import warren.names.Names;
import warren.names.WorkflowIdentity;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;
import warren.operator.decision.Ownership;
import warren.profile.ProfileReader;
import warren.profile.ResolvedProfile;

/** Freezes the profile of a container directive, and knows a forged copy. Pure. */
final class Pinning {
  private static final Duration SOON = Duration.ofSeconds(2);

  private static final String REMOVED = "it was removed after it had been checked";
  private static final String EDITED = "it was edited after it had been checked";
  private static final String FOREIGN = "it belongs to somebody else, who put it there";

  private Pinning() {}

  /** The copy that a workflow keeps of its profile. */
  static NnfContainerProfile copy(NnfContainerProfile profile, DirectiveIdentity directive) {
    WorkflowIdentity workflow = directive.workflow();
    NnfContainerProfile copy = new NnfContainerProfile();
    copy.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(workflow.namespace())
            .withName(Names.pinnedProfile(directive))
            .withLabels(Labels.of(workflow, directive.index()))
            .withOwnerReferences(Ownership.reference(workflow))
            .build());
    copy.setData(profile.getData().deepCopy());
    copy.getData().put("pinned", true);
    return copy;
  }

  /**
   * Decides in Proposal.
   *
   * @param copy of the profile as it is now
   * @param there what the cluster has under the copy's name
   * @param digest what the Workflow remembers of the copy
   * @param now nothing watches profiles, so that a wait ends by itself
   */
  static Decision pin(
      NnfContainerProfile copy,
      Optional<NnfContainerProfile> there,
      Optional<String> digest,
      DirectiveIdentity directive,
      Instant now) {
    Pinned pinned = Pinned.of(there, directive.workflow());
    if (pinned instanceof Pinned.LeftOver) {
      return Decision.waitFor(
          "The copy of the profile that an earlier workflow of this name had is being removed.",
          now.plus(SOON));
    }
    if (pinned instanceof Pinned.Foreign || (pinned instanceof Pinned.Own && digest.isPresent())) {
      return trusted(there, digest, directive).map(Decision::fail).orElseGet(Decision::done);
    }
    if (pinned instanceof Pinned.Own own && !own.digest().equals(digest(copy))) {
      // Made in a pass that was cut short, of a profile that has changed since.
      return Decision.waitFor("The profile is being pinned anew.", now.plus(SOON))
          .with(List.of(new Action.Delete(own.copy())));
    }
    if (digest.isPresent() && !digest.equals(digest(copy))) {
      return Decision.fail(untrusted(directive, REMOVED));
    }
    return Decision.waitFor("The profile is being pinned.", now.plus(SOON))
        .with(List.of(new Action.Create(copy)))
        .annotate(Labels.pinnedDigest(directive.index()), digest(copy).orElseThrow());
  }

  /** What is wrong with the copy a later state finds; empty when it may be used. */
  static Optional<Finding> trusted(
      Optional<NnfContainerProfile> there, Optional<String> digest, DirectiveIdentity directive) {
    Optional<String> reason =
        switch (Pinned.of(there, directive.workflow())) {
          case Pinned.Absent absent -> Optional.of(REMOVED);
          case Pinned.LeftOver earlier -> Optional.of(FOREIGN);
          case Pinned.Foreign foreign -> Optional.of(FOREIGN);
          case Pinned.Own own when digest.isEmpty() ->
              Optional.of(
                  "the workflow's annotation %s, which tells what was checked, was removed"
                      .formatted(Labels.pinnedDigest(directive.index())));
          case Pinned.Own own when !own.digest().equals(digest) -> Optional.of(EDITED);
          case Pinned.Own own -> Optional.empty();
        };
    return reason.map(why -> untrusted(directive, why).detail(told(there, digest, directive)));
  }

  /** What the cluster has under the name of a copy. */
  private sealed interface Pinned {
    record Absent() implements Pinned {}

    /** Of an earlier workflow of the same name; Kubernetes is about to collect it. */
    record LeftOver() implements Pinned {}

    record Foreign() implements Pinned {}

    /**
     * Owned by this very workflow, which somebody may have edited all the same.
     *
     * @param digest empty when it is no pinned profile any more
     */
    record Own(NnfContainerProfile copy, Optional<String> digest) implements Pinned {}

    static Pinned of(Optional<NnfContainerProfile> there, WorkflowIdentity workflow) {
      if (there.isEmpty()) {
        return new Absent();
      }
      NnfContainerProfile copy = there.get();
      if (Ownership.isOf(copy, workflow)) {
        boolean marked = copy.getData() != null && copy.getData().path("pinned").asBoolean();
        return new Own(copy, marked ? Pinning.digest(copy) : Optional.empty());
      }
      return Ownership.isLeftOver(copy, workflow) ? new LeftOver() : new Foreign();
    }
  }

  private static Optional<String> digest(NnfContainerProfile profile) {
    return ProfileReader.read(profile).profile().map(ResolvedProfile::payloadDigest);
  }

  /** What was expected and what is there. */
  private static String told(
      Optional<NnfContainerProfile> there, Optional<String> digest, DirectiveIdentity directive) {
    return "NnfContainerProfile %s/%s: expected owner %s and digest %s; found owners %s and digest %s"
        .formatted(
            directive.workflow().namespace(),
            Names.pinnedProfile(directive),
            directive.workflow().uid(),
            digest.orElse("none"),
            there.stream()
                .flatMap(copy -> copy.getMetadata().getOwnerReferences().stream())
                .map(OwnerReference::getUid)
                .toList(),
            there.flatMap(Pinning::digest).orElse("none"));
  }

  private static Finding untrusted(DirectiveIdentity directive, String reason) {
    return Finding.error(
            new Code("pinned-profile-changed"),
            Blame.INTERNAL,
            "The workflow's own copy %s of its profile cannot be used: %s."
                .formatted(Names.pinnedProfile(directive), reason))
        .hint("Run the job again; nobody but Warren may make, change or remove such copies.");
  }
}
