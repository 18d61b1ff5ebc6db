package warren.dw;

/** How bad a {@link Finding} is. */
public enum Severity {
  /** The text or resource is refused. */
  ERROR,
  /** It is accepted, but unwise. */
  WARNING
}
