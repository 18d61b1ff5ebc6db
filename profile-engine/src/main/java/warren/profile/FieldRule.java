package warren.profile;

import static java.util.Objects.requireNonNull;

import warren.profile.model.Kind;

/** What Warren does with a field that a profile's author wrote. */
sealed interface FieldRule {
  /** It is taken over. */
  record Kept() implements FieldRule {}

  /**
   * Warren sets it itself, and tells so where the profile says something else.
   *
   * @param kind what Kubernetes takes there: another kind of value is a fault all the same
   */
  record Overridden(Kind kind, String used, String reason) implements FieldRule {
    public Overridden {
      requireNonNull(kind, "kind");
      requireNonNull(used, "used");
      requireNonNull(reason, "reason");
    }
  }

  /** No profile may have it; {@code reason} completes "… is not allowed: ". */
  record Refused(String reason) implements FieldRule {
    public Refused {
      requireNonNull(reason, "reason");
    }
  }

  /** A switch that may be there when it is off; {@code reason} as of {@link Refused}. */
  record OffOnly(String reason) implements FieldRule {
    public OffOnly {
      requireNonNull(reason, "reason");
    }
  }

  /** Kubernetes or upstream has it, Warren does not; {@code reason} says what Warren lacks. */
  record Unsupported(String reason) implements FieldRule {
    public Unsupported {
      requireNonNull(reason, "reason");
    }
  }
}
