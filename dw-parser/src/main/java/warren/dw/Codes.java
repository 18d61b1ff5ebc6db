package warren.dw;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every code of the findings about directives. */
public enum Codes {
  MISSING_PREFIX(Check.RULE_BOOK, "The directive does not begin with the word #DW."),
  NO_COMMAND(Check.RULE_BOOK, "Nothing but white space follows #DW."),
  REPEATED_ARG(Check.RULE_BOOK, "An argument is given twice, or is named command."),
  UNKNOWN_COMMAND(Check.RULE_BOOK, "The rule book has no rule for the command."),
  BAD_KEY_REGEX(Check.RULE_BOOK, "The rule book's expression for an argument's name is broken."),
  UNSUPPORTED_ARG(Check.RULE_BOOK, "The command has no such argument."),
  VALUE_REQUIRED(Check.RULE_BOOK, "An argument that needs a value is given without one."),
  BAD_INTEGER(Check.RULE_BOOK, "A value is not a whole number of 64 bits."),
  ABOVE_MAX(Check.RULE_BOOK, "A number is larger than the rule book allows."),
  BELOW_MIN(Check.RULE_BOOK, "A number is smaller than the rule book allows."),
  BAD_BOOL(Check.RULE_BOOK, "A value is neither true nor false."),
  BAD_STRING(Check.RULE_BOOK, "A value does not have the form that the rule book asks for."),
  BAD_PATTERN_REGEX(Check.RULE_BOOK, "The rule book's expression for a value is broken."),
  BAD_LIST_WORD(Check.RULE_BOOK, "A word of a list is none of those that it may be."),
  REPEATED_LIST_WORD(Check.RULE_BOOK, "A word stands twice in a list."),
  UNSUPPORTED_TYPE(Check.RULE_BOOK, "The rule book gives an argument a type that does not exist."),
  NOT_UNIQUE(Check.RULE_BOOK, "A value that must be unique in the job is taken."),
  MISSING_REQUIRED(Check.RULE_BOOK, "An argument that the command needs is not given."),
  LINE_TOO_LONG(Check.RULE_BOOK, "A directive has more than 131,072 characters, and is not read."),
  MORE_FINDINGS(Check.RULE_BOOK, "A hundred things were said of one directive; there are more."),
  CONTAINER_TWICE(Check.WORKFLOW, "A job has more container directives than the site allows."),
  CONTAINER_NAME_TWICE(Check.WORKFLOW, "Two container directives of a job have the same name."),
  CONTAINER_BEFORE_STORAGE(
      Check.WORKFLOW, "A container comes before its storage, and would wait for it for ever."),
  PERSISTENT_NOT_ALONE(
      Check.WORKFLOW, "create_persistent or destroy_persistent is not the job's only directive."),
  STORAGE_UNDEFINED(Check.WORKFLOW, "A container or a copy speaks of storage that nothing names."),
  STORAGE_TYPE(Check.WORKFLOW, "A container or a copy cannot use storage of this type."),
  NOT_A_PATH(Check.WORKFLOW, "What must be a path, or one on named storage, is neither."),
  VOLUME_NAME_TWICE(
      Check.WORKFLOW, "Two storage arguments of a container differ in the prefix alone."),
  UNUSABLE_VOLUME_NAME(
      Check.WORKFLOW, "A storage argument of a container has no name for a volume."),
  ZERO_CAPACITY(Check.WORKFLOW, "Storage of no size is asked for."),
  CAPACITY_TOO_LARGE(Check.WORKFLOW, "More bytes are asked for than can be counted."),
  BEYOND_WARREN(Check.WORKFLOW, "The site's rule book accepts what Warren does not understand."),
  UNKNOWN_WATCH_STATE(
      Check.WORKFLOW, "The rule book registers a driver for a state that does not exist."),
  STORAGE_BOUND_TWICE(Check.WORKFLOW, "Two arguments of a container stand for the same storage."),
  PERSISTENTDW_TWICE(Check.WORKFLOW, "The same persistent storage is asked for twice."),
  COPY_TWICE(Check.WORKFLOW, "The same copy is asked for twice."),
  COPY_WRONG_WAY(
      Check.WORKFLOW, "Data is copied out of storage still empty, or into storage soon removed."),
  REQUIRES_WITHOUT_CONTAINER(
      Check.WORKFLOW, "A service for containers is asked for in a job that has none."),
  IGNORED_LINE(Check.SCRIPT, "A line looks like a directive and is not read as one."),
  TRAILING_BACKSLASH(Check.SCRIPT, "A line ends in a backslash, which continues no directive."),
  NOT_UTF8(Check.SCRIPT, "A directive's bytes are no UTF-8 text."),
  TEXT_BEFORE_PREFIX(Check.SCRIPT, "Flux takes text before the first #DW for a directive."),
  SLURM_CAPACITY_WITHOUT_POOL(
      Check.SCRIPT, "Slurm itself, unless set up for it, refuses a capacity without a pool."),
  SLURM_STOPS_BEFORE(Check.SCRIPT, "Slurm itself stops looking for directives before this line."),
  BAD_FLUX_LINE(Check.SCRIPT, "Flux refuses a submission line, one that begins with #FLUX:."),
  UNKNOWN_PRESET(Check.SCRIPT, "The Flux attribute dw names a preset that is not known."),
  NO_DIRECTIVES(Check.SCRIPT, "A script has no directive.");

  /** When a finding of a code comes up. */
  public enum Check {
    /** While directives are looked for in the script. */
    SCRIPT,
    /** When the rule book is asked; an error here makes DWS refuse the Workflow. */
    RULE_BOOK,
    /** After the rule book has accepted, as by the driver, that is when the job's turn comes. */
    WORKFLOW
  }

  private static final Map<Codes, Code> NAMES =
      Arrays.stream(values()).collect(toUnmodifiableMap(identity(), Codes::named));

  private static final Map<Code, Codes> BY_CODE =
      Arrays.stream(values()).collect(toUnmodifiableMap(Codes::code, identity()));

  private final Check check;
  private final String meaning;

  Codes(Check check, String meaning) {
    this.check = check;
    this.meaning = meaning;
  }

  /** The code in a finding: the constant's name in lower case, with hyphens. */
  public Code code() {
    return NAMES.get(this);
  }

  private Code named() {
    return new Code(name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** When such a finding comes up. */
  public Check check() {
    return check;
  }

  /** One sentence for people. */
  public String meaning() {
    return meaning;
  }

  /** A text that brings up such a finding, as short as can be. */
  public CodeExample example() {
    return CodeExamples.of(this);
  }

  /** The entry of this code; empty for a code that has nothing to do with directives. */
  public static Optional<Codes> of(Code code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
