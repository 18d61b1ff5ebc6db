package warren.operator.admission.certificates;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * The certificate that is served, which can be exchanged while the server runs. Without one every
 * handshake fails.
 */
public final class ServingKeys extends X509ExtendedKeyManager {
  /** The one served first; after it the one before, for handshakes that have begun with it. */
  private final AtomicReference<List<Identity>> identities = new AtomicReference<>(List.of());

  /** Serves this from the next handshake on. */
  public void use(Identity identity) {
    identities.updateAndGet(
        known ->
            known.stream().findFirst().filter(identity::equals).isPresent()
                ? known
                : Stream.concat(Stream.of(identity), known.stream().limit(1)).toList());
  }

  /** What is served now. */
  public Optional<Identity> current() {
    return identities.get().stream().findFirst();
  }

  @Override
  public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
    return current()
        .filter(identity -> identity.key().getAlgorithm().equals(keyType))
        .map(ServingKeys::alias)
        .orElse(null);
  }

  @Override
  public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
    return chooseEngineServerAlias(keyType, issuers, null);
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return find(alias).map(identity -> new X509Certificate[] {identity.certificate()}).orElse(null);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return find(alias).map(Identity::key).orElse(null);
  }

  @Override
  public String[] getServerAliases(String keyType, Principal[] issuers) {
    String alias = chooseEngineServerAlias(keyType, issuers, null);
    return alias == null ? null : new String[] {alias};
  }

  /** The operator is no client with a certificate. */
  @Override
  public String[] getClientAliases(String keyType, Principal[] issuers) {
    return null;
  }

  @Override
  public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
    return null;
  }

  private Optional<Identity> find(String alias) {
    return identities.get().stream().filter(identity -> alias(identity).equals(alias)).findFirst();
  }

  private static String alias(Identity identity) {
    return identity.certificate().getSerialNumber().toString();
  }
}
