package warren.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import warren.api.NnfContainerProfile;
import warren.profile.ProfileCatalog;

class KeptProfilesTest {
  private final List<String> questions = new ArrayList<>();

  private final class Asked implements ProfileCatalog {
    @Override
    public Optional<NnfContainerProfile> find(String name) {
      questions.add(name);
      return all().stream().filter(any -> any.getMetadata().getName().equals(name)).findFirst();
    }

    @Override
    public List<String> names() {
      questions.add("names");
      return List.of("one", "two");
    }

    @Override
    public List<NnfContainerProfile> all() {
      questions.add("all");
      return List.of(named("one"), named("two"));
    }
  }

  private static NnfContainerProfile named(String name) {
    NnfContainerProfile profile = new NnfContainerProfile();
    profile.setMetadata(new ObjectMetaBuilder().withName(name).build());
    return profile;
  }

  @Test
  void theOtherCatalogIsAskedOnceForAll() {
    KeptProfiles kept = new KeptProfiles(new Asked());

    assertThat(kept.find("two")).map(profile -> profile.getMetadata().getName()).contains("two");
    assertThat(kept.find("three")).isEmpty();
    assertThat(kept.names()).containsExactly("one", "two");
    assertThat(kept.all()).hasSize(2);
    assertThat(questions).containsExactly("all");
  }
}
