package warren.operator.admission.certificates;

/** What is to be done next about the certificates. */
public enum RotationStep {
  /** Nothing now. */
  KEEP("all is in order"),
  /** Make everything anew; what is there cannot be used, or is not there. */
  BEGIN("a new authority and serving certificate: there was none that could be used"),
  /** Have the API server trust all authorities there are, and no other. */
  TRUST("the caBundle is put right"),
  /** Have the authority sign another serving certificate. */
  RENEW("a new serving certificate: the old one ends soon"),
  /** Make the next authority, to be trusted before it signs anything. */
  STAGE("a new authority, which signs nothing yet: the old one ends soon"),
  /** Have the next authority sign a serving certificate; it is the authority from then on. */
  PROMOTE("the new authority signs from now on"),
  /** Forget the authority before this one. */
  RETIRE("the authority before this one is forgotten");

  private final String sentence;

  RotationStep(String sentence) {
    this.sentence = sentence;
  }

  /** What has been done, for the log; without full stop. */
  String sentence() {
    return sentence;
  }
}
