package warren.names;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import warren.dw.WarrenDrivers;

/** The names of the objects of a workflow; upstream's where upstream has such an object. */
public final class Names {
  /** The namespace of the profiles an administrator keeps. */
  public static final String PROFILE_NAMESPACE = "nnf-system";

  /** The namespace of the operator, of the Rabbits' agents and of RabbitDirectories. */
  public static final String SYSTEM_NAMESPACE = "warren-system";

  /** The DaemonSet of the Rabbits' agents, and the value of its pods' label. */
  public static final String RABBIT_AGENT = "warren-rabbit-agent";

  /** The finalizer that keeps a Workflow until nothing of it is left. */
  public static final String FINALIZER = Labels.DOMAIN + "/workflow";

  /** The id of the driver that provides storage ({@code status.drivers[].driverID}). */
  public static final String STORAGE_DRIVER = WarrenDrivers.STORAGE;

  /** The id of the driver that runs containers ({@code status.drivers[].driverID}). */
  public static final String CONTAINER_DRIVER = WarrenDrivers.CONTAINERS;

  /** {@code spec.wlmID} of workflows that {@code warren run} drives. */
  public static final String RUNNER_WLM = "warren-run";

  private static final int LONGEST_OBJECT = 253;

  private static final int LONGEST_LABEL = 63;

  private static final int SHORT_HASH_BYTES = 4;

  private Names() {}

  /** The frozen copy of a container directive's profile. */
  public static String pinnedProfile(DirectiveIdentity container) {
    return container.workflow().name() + "-" + container.index();
  }

  /** The PersistentVolumeClaim of a storage directive, in the workflow's namespace. */
  public static String claim(String workflow, int directive) {
    return workflow + "-" + directive + "-storage";
  }

  /** The PersistentVolume of a storage directive; cluster-scoped, hence by UID. */
  public static String volume(String workflowUid, int directive) {
    return "warren-" + workflowUid + "-" + directive;
  }

  /**
   * The RabbitDirectory of a storage directive on one Rabbit, in the system namespace. A Rabbit
   * whose name does not fit is told by the beginning of its SHA-256 instead.
   */
  public static String rabbitDirectory(String workflowUid, int directive, String rabbit) {
    String beginning = workflowUid + "-" + directive + "-";
    return beginning.length() + rabbit.length() <= LONGEST_OBJECT
        ? beginning + rabbit
        : beginning + shortHash(rabbit);
  }

  /** A Rabbit as the value of a label; the Rabbit's agent computes the same. */
  public static String rabbitLabel(String rabbit) {
    return rabbit.length() <= LONGEST_LABEL ? rabbit : shortHash(rabbit);
  }

  private static String shortHash(String name) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, SHORT_HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * The name with which the names of a container directive's objects begin: the workflow's for the
   * first container directive, as upstream has it, {@code <workflow>-c2} for the second.
   */
  public static String container(DirectiveIdentity container) {
    String workflow = container.workflow().name();
    return container.ordinal() == 0 ? workflow : workflow + "-c" + (container.ordinal() + 1);
  }

  /** The headless Service of a container directive: the pods' subdomain. */
  public static String service(DirectiveIdentity container) {
    return container(container);
  }

  /** The Job of one Rabbit of a container directive. */
  public static String job(DirectiveIdentity container, String rabbit) {
    return container(container) + "-" + rabbit;
  }

  /** The MPIJob of a container directive. */
  public static String mpiJob(DirectiveIdentity container) {
    return container(container);
  }

  /** The Job that mpi-operator makes for the launcher of an MPIJob. */
  public static String mpiLauncher(DirectiveIdentity container) {
    return mpiJob(container) + "-launcher";
  }

  /**
   * The pod that mpi-operator makes for a worker of an MPIJob.
   *
   * @param worker from zero
   */
  public static String mpiWorker(DirectiveIdentity container, int worker) {
    return mpiJob(container) + "-worker-" + worker;
  }

  /**
   * The variable in which a job finds something about the containers of a directive: upstream's for
   * the first container directive, with the directive's name behind it for further ones.
   *
   * @param variable upstream's, such as {@code NNF_CONTAINER_HOSTNAMES}
   * @param name the container directive's {@code name=}
   */
  public static String variable(DirectiveIdentity container, String variable, String name) {
    return container.ordinal() == 0 ? variable : variable + "_" + name.replace('-', '_');
  }

  /**
   * The copy, in the workflow's namespace, of a pull secret of a container directive. A secret
   * whose name does not fit is told by the beginning of its SHA-256 instead.
   */
  public static String pullSecret(DirectiveIdentity container, String secret) {
    String beginning = container.workflow().name() + "-" + container.index() + "-pull-";
    return beginning.length() + secret.length() <= LONGEST_OBJECT
        ? beginning + secret
        : beginning + shortHash(secret);
  }

  /** The Lease that a workflow of {@code warren run} lives by; in the workflow's namespace. */
  public static String lease(String workflow) {
    return workflow;
  }
}
