package warren.launch;

import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import warren.names.Names;

/**
 * Has a pod name the pull secrets of its own namespace: copies, where the originals are elsewhere.
 */
final class PullSecretNames {
  private PullSecretNames() {}

  /** The template with its pod done so. */
  static PodTemplateSpec in(PodTemplateSpec template, LaunchInputs inputs) {
    return template.edit().withSpec(in(template.getSpec(), inputs)).build();
  }

  static PodSpec in(PodSpec pod, LaunchInputs inputs) {
    return pod.edit()
        .withImagePullSecrets(
            pod.getImagePullSecrets().stream()
                .map(LocalObjectReference::getName)
                .map(secret -> new LocalObjectReference(name(secret, inputs)))
                .toList())
        .build();
  }

  private static String name(String secret, LaunchInputs inputs) {
    return inputs.copiedSecrets().contains(secret)
        ? Names.pullSecret(inputs.directive(), secret)
        : secret;
  }
}
