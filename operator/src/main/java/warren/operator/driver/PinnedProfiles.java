package warren.operator.driver;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import warren.api.NnfContainerProfile;
import warren.dw.ContainerDw;
import warren.dw.Reading;
import warren.profile.ProfileCatalog;

/**
 * A workflow's own copies of its profiles, under the names that the directives use: what was
 * checked in Proposal is what runs, whatever an administrator changes meanwhile.
 *
 * @param copies the copy of the container directive of this index
 */
record PinnedProfiles(Reading reading, IntFunction<Optional<NnfContainerProfile>> copies)
    implements ProfileCatalog {
  PinnedProfiles {
    requireNonNull(reading, "reading");
    requireNonNull(copies, "copies");
  }

  @Override
  public Optional<NnfContainerProfile> find(String name) {
    return containers()
        .filter(container -> container.profile().equals(name))
        .flatMap(container -> copies.apply(container.index()).stream())
        .findFirst()
        .map(copy -> unpinned(name, copy));
  }

  /**
   * The directive's own copy: the profile can have changed between the copies of two directives.
   */
  @Override
  public Optional<NnfContainerProfile> find(ContainerDw directive) {
    return copies.apply(directive.index()).map(copy -> unpinned(directive.profile(), copy));
  }

  @Override
  public List<String> names() {
    return containers().map(ContainerDw::profile).distinct().sorted().toList();
  }

  private Stream<ContainerDw> containers() {
    return reading.directives().stream()
        .filter(ContainerDw.class::isInstance)
        .map(ContainerDw.class::cast);
  }

  private static NnfContainerProfile unpinned(String name, NnfContainerProfile copy) {
    NnfContainerProfile profile = new NnfContainerProfile();
    profile.setMetadata(new ObjectMetaBuilder(copy.getMetadata()).withName(name).build());
    profile.setData(copy.getData().deepCopy());
    profile.getData().remove("pinned");
    return profile;
  }
}
