package warren.operator.admission.certificates;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * Where certificates are kept, and who trusts them: a Secret, and the {@code caBundle} of a webhook
 * configuration. Failures are {@link io.fabric8.kubernetes.client.KubernetesClientException}s.
 */
public interface Custody {
  /**
   * A Secret that is there.
   *
   * @param data its values in Base64
   * @param version which state of it this is, for {@link #replace}
   */
  record Kept(Map<String, String> data, String version) {
    public Kept {
      data = Map.copyOf(data);
      requireNonNull(version, "version");
    }

    /** Never the data. */
    @Override
    public String toString() {
      return "Secret of version " + version;
    }
  }

  Optional<Kept> secret();

  /** The bundle as PEM text, empty text for none; nothing without a webhook configuration. */
  Optional<String> bundle();

  /** Fails when there is a Secret already. */
  void create(Map<String, String> data);

  /** Fails when the Secret is not in this state any more. */
  void replace(Map<String, String> data, String version);

  /** Sets the bundle of an existing webhook configuration. */
  void trust(String bundle);
}
