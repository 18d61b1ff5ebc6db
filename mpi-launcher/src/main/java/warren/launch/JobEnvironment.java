package warren.launch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import warren.names.Names;
import warren.names.WorkflowIdentity;

/**
 * What a job learns about its containers: the same variables in the containers and in the
 * Workflow's {@code status.env}, with upstream's names and meanings.
 */
public final class JobEnvironment {
  /** The subdomain of the containers: a host is {@code <hostname>.<subdomain>.<domain>}. */
  public static final String SUBDOMAIN = "NNF_CONTAINER_SUBDOMAIN";

  /** The domain below which the subdomain stands. */
  public static final String DOMAIN = "NNF_CONTAINER_DOMAIN";

  /** The containers' host names, joined by commas. */
  public static final String HOSTNAMES = "NNF_CONTAINER_HOSTNAMES";

  /**
   * The Rabbit that an MPI launcher runs on: only the scheduler knows, so it is for whoever
   * observes the pods to tell, and never part of {@link #of}.
   */
  public static final String LAUNCHER = "NNF_CONTAINER_LAUNCHER";

  private JobEnvironment() {}

  /** The containers' part of {@code status.env}, in a fixed order; known before anything runs. */
  public static Map<String, String> of(Workload workload) {
    return of(workload.setting().workflow(), hosts(workload));
  }

  static Map<String, String> of(WorkflowIdentity workflow, List<String> hosts) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put(SUBDOMAIN, Names.service(workflow.name()));
    variables.put(DOMAIN, workflow.namespace() + ".svc.cluster.local");
    variables.put(HOSTNAMES, String.join(",", hosts));
    return variables;
  }

  private static List<String> hosts(Workload workload) {
    return switch (workload) {
      case SingleWorkload single -> single.rabbits();
      case MpiWorkload mpi -> mpiHosts(mpi.setting().workflow().name(), mpi.rabbits().size());
    };
  }

  /** The host names that mpi-operator gives to a launcher and this many workers. */
  static List<String> mpiHosts(String workflow, int workers) {
    List<String> hosts = new ArrayList<>();
    hosts.add(Names.mpiJob(workflow) + "-launcher");
    for (int worker = 0; worker < workers; worker++) {
      hosts.add(Names.mpiJob(workflow) + "-worker-" + worker);
    }
    return List.copyOf(hosts);
  }
}
