package warren.operator.admission.certificates;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes keys and certificates. */
public final class Issuer {
  /** RFC 5280 allows 20 octets; half of them tell two certificates apart. */
  private static final int SERIAL_BITS = 80;

  private final String host;
  private final Lifetimes lifetimes;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param host the DNS name by which the API server calls the operator
   */
  public Issuer(String host, Lifetimes lifetimes) {
    this.host = host;
    this.lifetimes = lifetimes;
  }

  /** A new authority, which signs itself. */
  Identity authority(Instant now) {
    BigInteger serial = serial();
    X500Name name = new X500Name("CN=warren-admission-ca-" + serial.toString(16));
    return made(
        keys -> {
          X509v3CertificateBuilder builder =
              builder(name, serial, Validity.from(now, lifetimes.authority()), name, keys)
                  .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                  .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
          return signed(builder, keys.getPrivate());
        });
  }

  /** A new serving certificate, which ends with its authority at the latest. */
  Identity serving(Identity authority, Instant now) {
    Validity whole = Validity.from(now, lifetimes.certificate());
    Instant end =
        whole.end().isBefore(authority.validity().end()) ? whole.end() : authority.validity().end();
    return made(
        keys -> {
          X509v3CertificateBuilder builder =
              builder(
                      new JcaX509CertificateHolder(authority.certificate()).getSubject(),
                      serial(),
                      new Validity(whole.start(), end),
                      new X500Name("CN=warren-admission"),
                      keys)
                  .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                  .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                  .addExtension(
                      Extension.extendedKeyUsage,
                      false,
                      new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                  .addExtension(
                      Extension.authorityKeyIdentifier,
                      false,
                      new JcaX509ExtensionUtils()
                          .createAuthorityKeyIdentifier(authority.certificate()))
                  .addExtension(
                      Extension.subjectAlternativeName,
                      false,
                      new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
          return signed(builder, authority.key());
        });
  }

  private static X509v3CertificateBuilder builder(
      X500Name issuer, BigInteger serial, Validity validity, X500Name subject, KeyPair keys)
      throws GeneralSecurityException, IOException {
    return new JcaX509v3CertificateBuilder(
            issuer,
            serial,
            Date.from(validity.start()),
            Date.from(validity.end()),
            subject,
            keys.getPublic())
        .addExtension(
            Extension.subjectKeyIdentifier,
            false,
            new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
  }

  private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException, OperatorCreationException {
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new JcaContentSignerBuilder(KeyPairs.SIGNATURE).build(key)));
  }

  private BigInteger serial() {
    return new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS);
  }

  private Identity made(Maker maker) {
    try {
      KeyPair keys = KeyPairs.make(random);
      return new Identity(maker.make(keys), keys.getPrivate());
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new IllegalStateException("every Java platform can make certificates on P-256", e);
    }
  }

  @FunctionalInterface
  private interface Maker {
    X509Certificate make(KeyPair keys)
        throws GeneralSecurityException, IOException, OperatorCreationException;
  }
}
