package warren.dw;

import java.util.List;
import java.util.Set;

/** The ids of Warren's own drivers, as rules name them and driver entries carry them. */
public final class WarrenDrivers {
  /** Provides storage. */
  public static final String STORAGE = "warren-storage";

  /** Runs containers. */
  public static final String CONTAINERS = "warren-containers";

  private static final Set<String> ALL = Set.of(STORAGE, CONTAINERS);

  private WarrenDrivers() {}

  /**
   * Whether the rules leave a directive to drivers that are not Warren's: at least one driver is
   * registered for the directive, and none of them is Warren's. What such a directive means is not
   * Warren's to judge.
   *
   * @param registrations all those of one directive
   */
  public static boolean areForeign(List<Registration> registrations) {
    return !registrations.isEmpty()
        && registrations.stream().map(Registration::driver).noneMatch(ALL::contains);
  }
}
