package warren.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Map;

/**
 * A directory of a workflow on one Rabbit, in the system namespace. The operator writes the spec;
 * the agent on that Rabbit makes or removes the directory and writes the status.
 */
@Group("warren.internal")
@Version("v1alpha1")
@Kind("RabbitDirectory")
@Plural("rabbitdirectories")
public class RabbitDirectory extends OpenResource<RabbitDirectory.Spec, RabbitDirectory.Status> {
  private static final long serialVersionUID = 1L;

  /** {@code root}: the tree that all nodes share. */
  public static final String SHARED = "Shared";

  /** {@code root}: the tree of this Rabbit alone. */
  public static final String LOCAL = "Local";

  /** {@code state} and {@code phase}: the directory is there, and its owner's. */
  public static final String PRESENT = "Present";

  /** {@code state} and {@code phase}: there is no such directory. */
  public static final String ABSENT = "Absent";

  /** {@code phase}: it could not be done, and is tried again. */
  public static final String FAILED = "Failed";

  /**
   * What there is to be. Only the state can be changed, and only from Present to Absent.
   *
   * @param rabbit the name of the node
   * @param root Shared or Local
   * @param directory the directory's name below the root
   * @param computeDirectories names of directories in it, for the owner too; empty, never null
   * @param state Present or Absent
   * @param unknown the fields that Warren does not know
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Spec(
      String rabbit,
      String root,
      String directory,
      Owner owner,
      ArrayList<String> computeDirectories,
      String state,
      @Unknown Map<String, JsonNode> unknown)
      implements Serializable {
    public Spec {
      computeDirectories = Absent.isEmpty(computeDirectories);
      unknown = Absent.isEmpty(unknown);
    }
  }

  /**
   * Whose the directory is.
   *
   * @param uid the user's id, 1 to 2³²-2
   * @param gid the group's id, 0 to 2³²-2
   * @param unknown the fields that Warren does not know
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Owner(Long uid, Long gid, @Unknown Map<String, JsonNode> unknown)
      implements Serializable {
    public Owner {
      unknown = Absent.isEmpty(unknown);
    }
  }

  /**
   * What there is.
   *
   * @param phase Present, Absent or Failed; null until the agent has reported
   * @param message why it failed
   * @param observedGeneration the generation that phase and message are about
   * @param unknown the fields that Warren does not know
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Status(
      String phase, String message, Long observedGeneration, @Unknown Map<String, JsonNode> unknown)
      implements Serializable {
    public Status {
      unknown = Absent.isEmpty(unknown);
    }
  }
}
