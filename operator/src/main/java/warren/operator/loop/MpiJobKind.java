package warren.operator.loop;

import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.javaoperatorsdk.operator.processing.GroupVersionKind;

/**
 * Kubeflow's MPIJob, read without a model, so that a field that is added one day cannot break the
 * watch.
 */
final class MpiJobKind {
  private static final String GROUP = "kubeflow.org";
  private static final String VERSION = "v2beta1";

  static final String KIND = "MPIJob";
  static final String API_VERSION = GROUP + "/" + VERSION;

  /** The only label that mpi-operator gives to a launcher's Job; the value is the MPIJob's name. */
  static final String JOB_LABEL = "app";

  static final GroupVersionKind GROUP_VERSION_KIND = new GroupVersionKind(GROUP, VERSION, KIND);

  static final ResourceDefinitionContext CONTEXT =
      new ResourceDefinitionContext.Builder()
          .withGroup(GROUP)
          .withVersion(VERSION)
          .withKind(KIND)
          .withPlural("mpijobs")
          .withNamespaced(true)
          .build();

  private MpiJobKind() {}
}
