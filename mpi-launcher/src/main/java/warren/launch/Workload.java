package warren.launch;

import java.util.List;

/**
 * What shall run for a container directive: everything is decided, nothing is written in an
 * engine's terms yet.
 *
 * <p>The containers themselves stay the models in which the profile was read: image, command,
 * environment and probes are Kubernetes' own vocabulary in the profile already, and copying some
 * thirty fields into records of the same names would add nothing but places to forget one. All that
 * Warren adds to them is in {@link Setting}, free of Kubernetes.
 */
public sealed interface Workload permits SingleWorkload, MpiWorkload {
  /** What Warren gives to all containers of the directive. */
  Setting setting();

  /** The node names of the Rabbits it runs on, in the order of the job's computes; at least one. */
  List<String> rabbits();
}
