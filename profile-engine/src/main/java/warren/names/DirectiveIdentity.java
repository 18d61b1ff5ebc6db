package warren.names;

import static java.util.Objects.requireNonNull;

/**
 * Which directive of which workflow: the only source of the names, labels and variables of what
 * Warren creates for a container directive ({@link Names}, {@link Labels}).
 *
 * @param index the directive's place in the workflow's list of directives, from zero
 * @param ordinal its place among the directives of the same command, from zero; the first one has
 *     the names that upstream gives, which allows one container directive only
 */
public record DirectiveIdentity(WorkflowIdentity workflow, int index, int ordinal) {
  public DirectiveIdentity {
    requireNonNull(workflow, "workflow");
    if (ordinal < 0 || index < ordinal) {
      throw new IllegalArgumentException("no directive is at " + index + " and the " + ordinal);
    }
  }
}
