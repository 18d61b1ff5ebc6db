package warren.operator.containers;

import static java.util.Objects.requireNonNull;

import warren.dw.Finding;

/**
 * Why a container does not run.
 *
 * @param permanent it will not get better by waiting
 */
record Trouble(boolean permanent, Finding finding) {
  Trouble {
    requireNonNull(finding, "finding");
  }
}
