package warren.operator.admission.certificates;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;

/** Keys on the curve P-256. */
final class KeyPairs {
  static final String ALGORITHM = "EC";
  static final String SIGNATURE = "SHA256withECDSA";

  private static final byte[] ANYTHING = {1, 2, 3};

  private KeyPairs() {}

  static KeyPair make(SecureRandom random) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
    generator.initialize(new ECGenParameterSpec("secp256r1"), random);
    return generator.generateKeyPair();
  }

  /**
   * @throws GeneralSecurityException when what the one signs the other does not verify
   */
  static void checkPair(PublicKey publicKey, PrivateKey privateKey)
      throws GeneralSecurityException {
    Signature signer = Signature.getInstance(SIGNATURE);
    signer.initSign(privateKey);
    signer.update(ANYTHING);
    byte[] signed = signer.sign();
    Signature verifier = Signature.getInstance(SIGNATURE);
    verifier.initVerify(publicKey);
    verifier.update(ANYTHING);
    if (!verifier.verify(signed)) {
      throw new GeneralSecurityException("the key is not the certificate's");
    }
  }
}
