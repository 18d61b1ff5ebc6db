package warren.names;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Label and annotation keys: upstream's where upstream has such a key, else Warren's own domain.
 */
public final class Labels {
  /** The domain of Warren's own keys; {@code .internal} is reserved for private use by ICANN. */
  public static final String DOMAIN = "warren.internal";

  public static final String WORKFLOW_NAME = "dataworkflowservices.github.io/workflow.name";
  public static final String WORKFLOW_NAMESPACE =
      "dataworkflowservices.github.io/workflow.namespace";

  /** On everything made for a workflow; nothing is trusted or deleted without it. */
  public static final String WORKFLOW_UID = "dataworkflowservices.github.io/workflow.uid";

  /** On the pods of a container directive, which it selects: {@link Names#container}. */
  public static final String CONTAINER = "nnf.cray.hpe.com/container";

  public static final String DIRECTIVE_INDEX = "nnf.cray.hpe.com/directive_index";
  public static final String PINNED_PROFILE_NAME = "nnf.cray.hpe.com/pinned_container_profile_name";
  public static final String PINNED_PROFILE_NAMESPACE =
      "nnf.cray.hpe.com/pinned_container_profile_namespace";

  /** Key and label of a Rabbit node; its taint has the same key, value true, effect NoSchedule. */
  public static final String RABBIT_NODE = "cray.nnf.node";

  /** Label of a RabbitDirectory: its Rabbit, {@link Names#rabbitLabel}; an agent selects by it. */
  public static final String RABBIT = DOMAIN + "/rabbit";

  /**
   * Names the program of a pod; the value is {@link Names#RABBIT_AGENT} for the Rabbits' agents.
   */
  public static final String APPLICATION = "app.kubernetes.io/name";

  /** Names the one who made an object; the value is always {@code warren}. */
  public static final String MANAGED_BY = "app.kubernetes.io/managed-by";

  /** On the pods of an MPIJob, by mpi-operator: {@code launcher} or {@code worker}. */
  public static final String MPI_ROLE = "training.kubeflow.org/job-role";

  /**
   * Annotation of a Workflow: ids of the groups its user is in beside {@code spec.groupID}, joined
   * by commas.
   */
  public static final String SUPPLEMENTARY_GROUPS = DOMAIN + "/supplementary-groups";

  /**
   * Annotation of a Workflow: its containers have failed, and their profile wants the job's script
   * ended; the value is the index of their directive.
   */
  public static final String END_JOB = DOMAIN + "/end-job";

  /**
   * Annotation of a Workflow: the account name of its user, a POSIX portable name of at most 32
   * characters.
   */
  public static final String USER_NAME = DOMAIN + "/user-name";

  /** Annotation of a Workflow: the digest of the pinned profile of a container directive. */
  public static String pinnedDigest(int directive) {
    return DOMAIN + "/pinned-profile-" + directive;
  }

  /** Annotation of a container's pod: the content of the file with this key. */
  public static String file(String key) {
    return DOMAIN + "/file-" + key;
  }

  /**
   * Annotation of a Workflow: how containers mount the storage of a directive, as JSON. The
   * storage's driver writes it together with the completion of its entry of Setup or PreRun.
   */
  public static String mount(int directive) {
    return DOMAIN + "/mount-" + directive;
  }

  /**
   * Annotation of a Workflow: the UIDs, joined by commas, of an MPI directive's workers that ended
   * too early and were replaced.
   */
  public static String replacedWorkers(int directive) {
    return DOMAIN + "/replaced-workers-" + directive;
  }

  private Labels() {}

  /** The labels of everything that is made for a container directive, in a fixed order. */
  public static Map<String, String> of(DirectiveIdentity container) {
    Map<String, String> labels = new LinkedHashMap<>(of(container.workflow(), container.index()));
    labels.put(CONTAINER, Names.container(container));
    labels.put(PINNED_PROFILE_NAME, Names.pinnedProfile(container));
    labels.put(PINNED_PROFILE_NAMESPACE, container.workflow().namespace());
    return labels;
  }

  /** The labels of everything that is made for a directive of a workflow, in a fixed order. */
  public static Map<String, String> of(WorkflowIdentity workflow, int directive) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(MANAGED_BY, "warren");
    labels.put(WORKFLOW_NAME, workflow.name());
    labels.put(WORKFLOW_NAMESPACE, workflow.namespace());
    labels.put(WORKFLOW_UID, workflow.uid());
    labels.put(DIRECTIVE_INDEX, Integer.toString(directive));
    return labels;
  }
}
