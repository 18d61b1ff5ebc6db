package warren.profile.model;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;

/** Paths in a container as they are compared: the same place may be written in many ways. */
public final class MountPaths {
  private MountPaths() {}

  /**
   * An absolute path without {@code .} parts and without slashes too many; anything else as it is.
   */
  public static String comparable(String path) {
    return path.startsWith("/")
        ? Arrays.stream(path.split("/"))
            .filter(not(List.of("", ".")::contains))
            .collect(joining("/", "/", ""))
        : path;
  }

  /** Whether one of its parts is {@code ..}: it may lead anywhere, by way of a link. */
  public static boolean leadsUpwards(String path) {
    return Arrays.asList(path.split("/")).contains("..");
  }
}
