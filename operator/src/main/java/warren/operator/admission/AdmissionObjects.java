package warren.operator.admission;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The names of what belongs to the webhooks in the cluster, as {@code deploy/} has them.
 *
 * @param namespace where the Secret and the Service are: the operator's own
 */
record AdmissionObjects(String namespace) {
  /** The Secret that holds the certificates; made by the operator. */
  static final String SECRET = "warren-admission";

  /** The Service through which the API server calls the operator. */
  static final String SERVICE = "warren-admission";

  /** The ValidatingWebhookConfigurations; two, so that a site can do without one of them. */
  static final List<String> CONFIGURATIONS = List.of("warren-profiles", "warren-workflows");

  AdmissionObjects {
    requireNonNull(namespace, "namespace");
  }

  /** The name that the API server expects in the serving certificate. */
  String host() {
    return SERVICE + "." + namespace + ".svc";
  }
}
