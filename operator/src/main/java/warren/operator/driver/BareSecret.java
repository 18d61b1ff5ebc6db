package warren.operator.driver;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;

/** Secrets as decisions may see them. */
public final class BareSecret {
  private BareSecret() {}

  /**
   * The same Secret without its content: only what tells which one it is and whose. Annotations go
   * too, as kubectl keeps what it last applied in one of them.
   */
  public static Secret of(Secret secret) {
    ObjectMeta full = secret.getMetadata();
    return new SecretBuilder()
        .withMetadata(
            new ObjectMetaBuilder()
                .withNamespace(full.getNamespace())
                .withName(full.getName())
                .withUid(full.getUid())
                .withLabels(full.getLabels())
                .withOwnerReferences(full.getOwnerReferences())
                .withDeletionTimestamp(full.getDeletionTimestamp())
                .build())
        .build();
  }
}
