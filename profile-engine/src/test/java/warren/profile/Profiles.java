package warren.profile;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import warren.api.NnfContainerProfile;
import warren.dw.Finding;

/** Profiles for tests. */
public final class Profiles {
  private Profiles() {}

  /** A profile of this name with this YAML as its payload. */
  public static NnfContainerProfile of(String name, String data) {
    return Serialization.unmarshal(
        """
        apiVersion: nnf.cray.hpe.com/v1alpha11
        kind: NnfContainerProfile
        metadata:
          name: %s
        data:
        """
                .formatted(name)
            + data.indent(2),
        NnfContainerProfile.class);
  }

  /** One of the guide's profiles. */
  public static NnfContainerProfile guide(String name) {
    try (InputStream text = Profiles.class.getResourceAsStream("/guide/" + name + ".yaml")) {
      return Serialization.unmarshal(
          new String(text.readAllBytes(), StandardCharsets.UTF_8), NnfContainerProfile.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The findings' sentences. */
  public static List<String> sentences(List<Finding> findings) {
    return findings.stream().map(Finding::sentence).toList();
  }
}
