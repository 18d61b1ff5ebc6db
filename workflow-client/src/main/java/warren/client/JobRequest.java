package warren.client;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import warren.api.Workflow;
import warren.api.WorkflowSpec;
import warren.dw.WorkflowState;
import warren.names.Labels;
import warren.plan.UserIdentity;

/**
 * The Workflow a workload manager wants for a job.
 *
 * @param name a DNS-1035 label of at most {@value #MAX_NAME} characters, so that the names of all
 *     objects that begin with it fit their limits
 * @param wlm which workload manager, {@code spec.wlmID}
 * @param job the workload manager's own name for the job, {@code spec.jobID}
 * @param directives the texts of the {@code #DW} lines, in order
 */
public record JobRequest(
    String namespace,
    String name,
    String wlm,
    String job,
    UserIdentity user,
    List<String> directives) {
  /** The longest name, in characters. */
  public static final int MAX_NAME = 40;

  public JobRequest {
    requireNonNull(namespace, "namespace");
    requireNonNull(wlm, "wlm");
    requireNonNull(job, "job");
    requireNonNull(user, "user");
    directives = List.copyOf(directives);
    if (name.length() > MAX_NAME || !name.matches("[a-z]([-a-z0-9]*[a-z0-9])?")) {
      throw new IllegalArgumentException(
          "a workflow's name is a DNS-1035 label of at most " + MAX_NAME + " characters: " + name);
    }
  }

  Workflow workflow() {
    Workflow workflow = new Workflow();
    workflow.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(namespace)
            .withName(name)
            .withAnnotations(annotations())
            .build());
    workflow.setSpec(
        new WorkflowSpec(
            WorkflowState.PROPOSAL.word(),
            wlm,
            new IntOrString(job),
            user.uid(),
            user.gid(),
            null,
            null,
            new ArrayList<>(directives)));
    return workflow;
  }

  private Map<String, String> annotations() {
    Map<String, String> annotations = new LinkedHashMap<>();
    user.name().ifPresent(text -> annotations.put(Labels.USER_NAME, text));
    if (!user.supplementaryGroups().isEmpty()) {
      annotations.put(Labels.SUPPLEMENTARY_GROUPS, user.groupsText());
    }
    return annotations;
  }

  /** Whether a stored Workflow is the one this request made, whatever state it is in by now. */
  boolean made(Workflow stored) {
    WorkflowSpec spec = stored.getSpec();
    return spec != null
        && wlm.equals(spec.wlmID())
        && new IntOrString(job).equals(spec.jobID())
        && Long.valueOf(user.uid()).equals(spec.userID())
        && Long.valueOf(user.gid()).equals(spec.groupID())
        && directives.equals(spec.directives());
  }
}
