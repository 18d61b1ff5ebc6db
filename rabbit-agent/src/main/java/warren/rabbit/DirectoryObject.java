package warren.rabbit;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A RabbitDirectory as the API server has it, as far as the agent needs it.
 *
 * @param generation counts the changes of its spec
 * @param rabbit the node that it is for
 * @param phase what an agent reported last; empty when none has
 * @param observedGeneration the generation that this was about; 0 when there is none
 */
record DirectoryObject(
    String name,
    String uid,
    long generation,
    String rabbit,
    JsonObject spec,
    Optional<String> phase,
    Optional<String> message,
    long observedGeneration) {
  private static final String PRESENT = "Present";
  private static final String ABSENT = "Absent";

  DirectoryObject {
    requireNonNull(name, "name");
    requireNonNull(uid, "uid");
    requireNonNull(rabbit, "rabbit");
    requireNonNull(spec, "spec");
    requireNonNull(phase, "phase");
    requireNonNull(message, "message");
  }

  /**
   * Reads it. What its spec asks for is read by {@link #request} only, so that a spec that makes no
   * sense can be reported.
   *
   * @throws IllegalArgumentException when it is no such object
   */
  static DirectoryObject of(JsonObject json) {
    JsonObject metadata = json.object("metadata");
    JsonObject spec = json.object("spec");
    JsonObject status = json.object("status");
    return new DirectoryObject(
        metadata.needText("name"),
        metadata.needText("uid"),
        metadata.needNumber("generation"),
        spec.needText("rabbit"),
        spec,
        status.text("phase"),
        status.text("message"),
        status.number("observedGeneration").orElse(0L));
  }

  /**
   * What it asks for.
   *
   * @throws IllegalArgumentException with the reason when it makes no sense
   */
  DirectoryRequest request(StorageRoots roots) {
    Path root = roots.of(spec.needText("root"));
    String directory = spec.needText("directory");
    String state = spec.needText("state");
    JsonObject owner = spec.object("owner");
    return switch (state) {
      case PRESENT ->
          new DirectoryRequest.Make(
              root,
              directory,
              owner.needNumber("uid"),
              owner.needNumber("gid"),
              spec.texts("computeDirectories"));
      case ABSENT -> new DirectoryRequest.Remove(root, directory);
      default -> throw new IllegalArgumentException("there is no state '" + state + "'");
    };
  }

  /** Whether an agent has reported that all is as this generation asks for. */
  boolean isSettled() {
    return observedGeneration == generation && phase.equals(spec.text("state"));
  }

  /** Whether the other one asks for the same: the same object, with the same spec. */
  boolean asksAs(DirectoryObject other) {
    return uid.equals(other.uid) && generation == other.generation;
  }

  /** Returns the object with this status. */
  DirectoryObject with(DirectoryStatus status) {
    return new DirectoryObject(
        name,
        uid,
        generation,
        rabbit,
        spec,
        Optional.of(status.phase().word()),
        Optional.of(status.message()),
        status.generation());
  }

  /** Whether the object has exactly this status already. */
  boolean says(DirectoryStatus status) {
    return observedGeneration == status.generation()
        && phase.equals(Optional.of(status.phase().word()))
        && message.orElse("").equals(status.message());
  }
}
