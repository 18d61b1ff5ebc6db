package warren.operator.containers;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import warren.api.NnfContainerProfile;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.names.Labels;
import warren.names.Names;
import warren.names.WorkflowIdentity;
import warren.operator.decision.Action;
import warren.operator.decision.Action.Propagation;
import warren.operator.decision.Decision;
import warren.operator.decision.Ownership;
import warren.profile.ProfileReader;
import warren.profile.ResolvedProfile;

/** Freezes the profile of a container directive, and knows a forged copy. Pure. */
final class Pinning {
  private static final Duration SOON = Duration.ofSeconds(2);

  private Pinning() {}

  /** The copy that a workflow keeps of its profile. */
  static NnfContainerProfile copy(
      NnfContainerProfile profile, WorkflowIdentity workflow, int directive) {
    NnfContainerProfile copy = new NnfContainerProfile();
    copy.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(workflow.namespace())
            .withName(Names.pinnedProfile(workflow.name(), directive))
            .withLabels(Labels.of(workflow, directive))
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
      WorkflowIdentity workflow,
      int directive,
      Instant now) {
    boolean ours = there.filter(pinned -> Ownership.isOf(pinned, workflow)).isPresent();
    if (digest.isPresent() && ours) {
      return trusted(there, digest, workflow, directive).isEmpty()
          ? Decision.done()
          : Decision.fail(forged(copy.getMetadata().getName()));
    }
    if (ours && !digest(there.get()).equals(digest(copy))) {
      // Made in a pass that was cut short, of a profile that has changed since.
      return Decision.waitFor("The profile is being pinned anew.", now.plus(SOON))
          .with(List.of(new Action.Delete(there.get(), Propagation.BACKGROUND)));
    }
    if (digest.isPresent() && !digest.equals(digest(copy))) {
      return Decision.fail(forged(copy.getMetadata().getName()));
    }
    return Decision.waitFor("The profile is being pinned.", now.plus(SOON))
        .with(List.of(new Action.Create(copy)))
        .annotate(Labels.pinnedDigest(directive), digest(copy).orElseThrow());
  }

  /** What is wrong with the copy a later state finds; empty when it may be used. */
  static Optional<Finding> trusted(
      Optional<NnfContainerProfile> there,
      Optional<String> digest,
      WorkflowIdentity workflow,
      int directive) {
    boolean good =
        there.isPresent()
            && digest.isPresent()
            && Ownership.isOf(there.get(), workflow)
            && digest(there.get()).equals(digest);
    return good
        ? Optional.empty()
        : Optional.of(forged(Names.pinnedProfile(workflow.name(), directive)));
  }

  private static Optional<String> digest(NnfContainerProfile profile) {
    return ProfileReader.read(profile).profile().map(ResolvedProfile::digest);
  }

  private static Finding forged(String name) {
    return Finding.error(
            new Code("pinned-profile-changed"),
            Blame.INTERNAL,
            "The workflow's own copy "
                + name
                + " of its profile was removed or changed after it had been checked.")
        .hint("Run the job again; nobody but Warren may touch such copies.");
  }
}
