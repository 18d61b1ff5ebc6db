package warren.launch.pod;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import java.util.List;
import warren.launch.Setting;
import warren.plan.UserIdentity;

/**
 * Runs every container as the job's user, without any privilege, as the {@code restricted} level of
 * the Pod Security Standards asks. Whatever a profile says about this is replaced.
 */
final class Permissions {
  private Permissions() {}

  static PodSpec apply(PodSpec pod, Setting setting) {
    UserIdentity user = setting.account().id();
    List<Long> groups = setting.account().otherGroups();
    return Containers.each(pod, Permissions::withoutPrivilege)
        .edit()
        // No fsGroup: the storages belong to the user already, and it does nothing to a hostPath.
        .withSecurityContext(
            new PodSecurityContextBuilder()
                .withRunAsUser(user.uid())
                .withRunAsGroup(user.gid())
                .withRunAsNonRoot(true)
                .withSupplementalGroups(groups)
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .build())
        .withAutomountServiceAccountToken(false)
        // A user's container has no business with the addresses of the namespace's other services.
        .withEnableServiceLinks(false)
        .build();
  }

  private static Container withoutPrivilege(Container container) {
    return container
        .edit()
        .withSecurityContext(
            new SecurityContextBuilder()
                .withAllowPrivilegeEscalation(false)
                .withNewCapabilities()
                .withDrop("ALL")
                .endCapabilities()
                .build())
        .build();
  }
}
