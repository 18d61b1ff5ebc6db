package warren.operator.admission;

import static java.util.Objects.requireNonNull;

/**
 * The names of what belongs to the webhook in the cluster, as {@code deploy/} has them.
 *
 * @param namespace where the Secret and the Service are: the operator's own
 */
record AdmissionObjects(String namespace) {
  /** The Secret that holds the certificates; made by the operator. */
  static final String SECRET = "warren-admission";

  /** The Service through which the API server calls the operator. */
  static final String SERVICE = "warren-admission";

  /** The ValidatingWebhookConfiguration; it has one webhook. */
  static final String CONFIGURATION = "warren-profiles";

  AdmissionObjects {
    requireNonNull(namespace, "namespace");
  }

  /** The name that the API server expects in the serving certificate. */
  String host() {
    return SERVICE + "." + namespace + ".svc";
  }
}
