package warren.launch.mpi;

import io.fabric8.kubernetes.api.model.PodSpec;
import warren.launch.Account;
import warren.launch.SshConfiguration;
import warren.launch.pod.Containers;
import warren.names.Reserved;

/**
 * Mounts the job's SSH keys in the user's home, beside {@link SshConfiguration#OPERATOR_KEYS}.
 * mpi-operator adds the volume to the pod, and mounts it in the first container only.
 */
public final class SshKeys {
  private SshKeys() {}

  /** The pod with the keys in the home of its first container. */
  public static PodSpec mount(PodSpec pod, Account account) {
    return Containers.first(
        pod,
        container ->
            container
                .edit()
                .addNewVolumeMount()
                .withName(Reserved.SSH_VOLUME)
                .withMountPath(SshConfiguration.keyDirectory(account))
                .withReadOnly(true)
                .endVolumeMount()
                .build());
  }
}
