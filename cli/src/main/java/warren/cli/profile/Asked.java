package warren.cli.profile;

import static java.util.Objects.requireNonNull;

/**
 * What a catalog of profiles answered.
 *
 * @param faults of the files the profiles come from
 */
record Asked<T>(T answer, FileFaults faults) {
  Asked {
    requireNonNull(answer, "answer");
    requireNonNull(faults, "faults");
  }
}
