package warren.dw;

import java.util.Arrays;
import java.util.Optional;

/**
 * A storage argument of a {@code container} directive: {@code DW_JOB_foo_local_storage=my-storage}.
 *
 * @param key the whole argument name: the prefix of a {@link Scope}, a lower-case letter, then one
 *     or more lower-case letters, digits or underscores; it is also the name in the profile's
 *     {@code storages} and of the environment variable in the container
 * @param value for {@link Scope#JOB} and {@link Scope#PERSISTENT} the {@code name=} of a storage
 *     directive; for {@link Scope#GLOBAL} an absolute path
 */
public record StorageBinding(String key, String value) {
  /** Which storage a binding speaks of, by the prefix of its key. */
  public enum Scope {
    JOB("DW_JOB_"),
    PERSISTENT("DW_PERSISTENT_"),
    GLOBAL("DW_GLOBAL_");

    private final String prefix;

    Scope(String prefix) {
      this.prefix = prefix;
    }

    public String prefix() {
      return prefix;
    }

    /** The scope whose prefix this key has. */
    public static Optional<Scope> ofKey(String key) {
      return Arrays.stream(values()).filter(scope -> key.startsWith(scope.prefix)).findFirst();
    }
  }

  public StorageBinding {
    Optional<Scope> scope = Scope.ofKey(key);
    if (scope.isEmpty() || !Limits.isVariable(key.substring(scope.get().prefix().length()))) {
      throw new IllegalArgumentException("not a storage argument: " + key);
    }
    Words.value(value, key);
  }

  public Scope scope() {
    return Scope.ofKey(key).orElseThrow();
  }
}
