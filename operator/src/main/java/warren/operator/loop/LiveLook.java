package warren.operator.loop;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.net.HttpURLConnection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import warren.names.Labels;
import warren.names.WorkflowIdentity;
import warren.operator.driver.BareSecret;
import warren.operator.driver.Look;

/** Asks the API server each time: for when something has to be known to be gone. */
final class LiveLook implements Look {
  static final String MPI_GROUP = "kubeflow.org";
  static final String MPI_VERSION = "v2beta1";
  static final String MPI_KIND = "MPIJob";
  static final ResourceDefinitionContext MPI_JOB =
      new ResourceDefinitionContext.Builder()
          .withGroup(MPI_GROUP)
          .withVersion(MPI_VERSION)
          .withKind(MPI_KIND)
          .withPlural("mpijobs")
          .withNamespaced(true)
          .build();

  private static final Logger LOG = LoggerFactory.getLogger(LiveLook.class);

  private final KubernetesClient client;
  private final WorkflowIdentity workflow;
  private final String systemNamespace;
  private final boolean knowsMpiJobs;

  LiveLook(
      KubernetesClient client,
      WorkflowIdentity workflow,
      String systemNamespace,
      boolean knowsMpiJobs) {
    this.client = requireNonNull(client, "client");
    this.workflow = requireNonNull(workflow, "workflow");
    this.systemNamespace = requireNonNull(systemNamespace, "systemNamespace");
    this.knowsMpiJobs = knowsMpiJobs;
  }

  @Override
  public List<Job> containerJobs() {
    return jobs(workflow.namespace());
  }

  @Override
  public List<Job> directoryJobs() {
    return jobs(systemNamespace);
  }

  private List<Job> jobs(String namespace) {
    return client
        .batch()
        .v1()
        .jobs()
        .inNamespace(namespace)
        .withLabel(Labels.WORKFLOW_UID, workflow.uid())
        .list()
        .getItems();
  }

  @Override
  public List<Pod> containerPods() {
    return pods(workflow.namespace());
  }

  @Override
  public List<Pod> directoryPods() {
    return pods(systemNamespace);
  }

  private List<Pod> pods(String namespace) {
    return client
        .pods()
        .inNamespace(namespace)
        .withLabel(Labels.WORKFLOW_UID, workflow.uid())
        .list()
        .getItems();
  }

  @Override
  public List<Secret> secrets() {
    return client
        .secrets()
        .inNamespace(workflow.namespace())
        .withLabel(Labels.WORKFLOW_UID, workflow.uid())
        .list()
        .getItems()
        .stream()
        .map(BareSecret::of)
        .toList();
  }

  @Override
  public List<PersistentVolumeClaim> claims() {
    return client
        .persistentVolumeClaims()
        .inNamespace(workflow.namespace())
        .withLabel(Labels.WORKFLOW_UID, workflow.uid())
        .list()
        .getItems();
  }

  @Override
  public List<PersistentVolume> volumes() {
    return client
        .persistentVolumes()
        .withLabel(Labels.WORKFLOW_UID, workflow.uid())
        .list()
        .getItems();
  }

  @Override
  public List<GenericKubernetesResource> mpiJobs() {
    return knowsMpiJobs
        ? client
            .genericKubernetesResources(MPI_JOB)
            .inNamespace(workflow.namespace())
            .withLabel(Labels.WORKFLOW_UID, workflow.uid())
            .list()
            .getItems()
        : List.of();
  }

  @Override
  public List<Event> events(HasMetadata object) {
    return events(
        object.getMetadata().getNamespace(), "involvedObject.uid", object.getMetadata().getUid());
  }

  @Override
  public List<Event> systemWarnings() {
    return events(systemNamespace, "type", "Warning");
  }

  /** Events only explain: without the right to read them, the explanation is all that is missed. */
  private List<Event> events(String namespace, String field, String value) {
    try {
      return client.v1().events().inNamespace(namespace).withField(field, value).list().getItems();
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_FORBIDDEN) {
        throw e;
      }
      LOG.warn("the operator may not read events in namespace {}", namespace);
      return List.of();
    }
  }
}
