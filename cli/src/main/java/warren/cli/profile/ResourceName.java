package warren.cli.profile;

import warren.api.NnfContainerProfile;

/** How kubectl calls a profile with {@code -o name}. */
final class ResourceName {
  private ResourceName() {}

  static String of(NnfContainerProfile profile) {
    return "%s.%s/%s"
        .formatted(profile.getSingular(), profile.getGroup(), profile.getMetadata().getName());
  }
}
