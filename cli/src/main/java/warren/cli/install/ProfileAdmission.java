package warren.cli.install;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import warren.api.NnfContainerProfile;
import warren.apiserver.ApiFailure;
import warren.apiserver.ApiFailure.Refused;
import warren.apiserver.ApiRequest;
import warren.cluster.Cluster;
import warren.cluster.ClusterException;

/**
 * Whether profiles can be written. The operator is ready before the API server has learned where it
 * is to be reached, and until then every write of a profile is refused.
 */
final class ProfileAdmission {
  /** The client waits before each, at last for some seconds; all in all half a minute. */
  private static final int RETRIES = 14;

  private static final String WEBHOOK = "profiles.warren.internal";

  /** Never written: only asked about. */
  private static final String ANY_PROFILE =
      """
      apiVersion: nnf.cray.hpe.com/v1alpha11
      kind: NnfContainerProfile
      metadata:
        name: warren-asks
        namespace: nnf-system
      data:
        spec:
          containers:
          - name: any
            image: any
      """;

  private ProfileAdmission() {}

  /**
   * Waits until the operator answers for profiles, whatever its answer is.
   *
   * @throws ClusterException when it still does not after half a minute, with the API server's
   *     reason
   */
  static void await(Cluster cluster) {
    Config config = Config.fromKubeconfig(cluster.kubeconfigFile().toFile());
    config.setRequestRetryBackoffLimit(RETRIES); // that nobody answers is a status of 500
    NnfContainerProfile profile = Serialization.unmarshal(ANY_PROFILE, NnfContainerProfile.class);
    try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build()) {
      client.resource(profile).dryRun().create();
    } catch (KubernetesClientException refused) {
      ApiFailure failure = ApiFailure.of(ApiRequest.create(profile), refused);
      if (!isAnswerOfTheOperator(failure)) {
        throw new ClusterException(
            "the operator does not answer for profiles; see: warren cluster kubectl -n"
                + " warren-system logs deployment/warren-operator; the API server said: "
                + failure.sentence(),
            refused);
      }
    }
  }

  private static boolean isAnswerOfTheOperator(ApiFailure failure) {
    return failure instanceof Refused refused
        && refused.denial().filter(denial -> denial.webhook().equals(WEBHOOK)).isPresent();
  }
}
