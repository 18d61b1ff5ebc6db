package warren.launch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import warren.names.DirectiveIdentity;
import warren.names.Names;

/**
 * What a job learns about its containers: variables in the containers and in the Workflow's {@code
 * status.env}, with upstream's names and meanings. In {@code status.env}, where all container
 * directives meet, the variables of further directives carry the directive's name; a container
 * finds its own directive's values under upstream's names always.
 */
public final class JobEnvironment {
  /** The subdomain of the containers: a host is {@code <hostname>.<subdomain>.<domain>}. */
  public static final String SUBDOMAIN = "NNF_CONTAINER_SUBDOMAIN";

  /** The domain below which the subdomain stands. */
  public static final String DOMAIN = "NNF_CONTAINER_DOMAIN";

  /** The containers' host names, joined by commas. */
  public static final String HOSTNAMES = "NNF_CONTAINER_HOSTNAMES";

  private static final String LAUNCHER = "NNF_CONTAINER_LAUNCHER";

  private JobEnvironment() {}

  /** The containers' part of {@code status.env}, in a fixed order; known before anything runs. */
  public static Map<String, String> of(Workload workload) {
    Map<String, String> variables = new LinkedHashMap<>();
    inContainers(workload.setting().directive(), hosts(workload))
        .forEach((name, value) -> variables.put(name(workload, name), value));
    return variables;
  }

  /**
   * The variable of {@code status.env} that names the Rabbit an MPI launcher runs on: only the
   * scheduler knows, so it is for whoever observes the pods to tell, and never part of {@link #of}.
   */
  public static String launcher(Workload workload) {
    return name(workload, LAUNCHER);
  }

  private static String name(Workload workload, String upstreams) {
    return Names.variable(workload.setting().directive(), upstreams, workload.setting().name());
  }

  static Map<String, String> inContainers(DirectiveIdentity directive, List<String> hosts) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put(SUBDOMAIN, Names.service(directive));
    variables.put(DOMAIN, directive.workflow().namespace() + ".svc.cluster.local");
    variables.put(HOSTNAMES, String.join(",", hosts));
    return variables;
  }

  private static List<String> hosts(Workload workload) {
    return switch (workload) {
      case SingleWorkload single -> single.rabbits();
      case MpiWorkload mpi -> mpiHosts(mpi.setting().directive(), mpi.rabbits().size());
    };
  }

  /** The host names that mpi-operator gives to a launcher and this many workers. */
  static List<String> mpiHosts(DirectiveIdentity directive, int workers) {
    List<String> hosts = new ArrayList<>();
    hosts.add(Names.mpiLauncher(directive));
    for (int worker = 0; worker < workers; worker++) {
      hosts.add(Names.mpiWorker(directive, worker));
    }
    return List.copyOf(hosts);
  }
}
