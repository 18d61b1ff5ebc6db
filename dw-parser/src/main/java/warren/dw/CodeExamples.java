package warren.dw;

import static warren.dw.CodeExample.Input.DIRECTIVE;
import static warren.dw.CodeExample.Input.FLUX_ATTRIBUTE;
import static warren.dw.CodeExample.Input.FLUX_SCRIPT;
import static warren.dw.CodeExample.Input.SCRIPT;
import static warren.dw.CodeExample.Input.SLURM_SCRIPT;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** An example for every code. */
final class CodeExamples {
  private static final String JOB = "#DW jobdw type=gfs2 capacity=1GB name=my-data\n";
  private static final String SHORT_JOB = "#DW jobdw type=gfs2 name=my-data capacity=";
  private static final String PERSISTENT = "#DW persistentdw name=my-data\n";
  private static final String CONTAINER = "#DW container name=stats profile=slushy";

  /** Commands that show what the standard rules do not have, and rules that are no good. */
  static final RuleObject SITE =
      new RuleObject(
          "site",
          List.of(
              new Rule(
                  "wait",
                  Optional.empty(),
                  List.of(),
                  List.of(
                      optional(
                          "^count$",
                          new ValueForm.WholeNumber(OptionalLong.of(1), OptionalLong.of(8))),
                      optional("^now$", new ValueForm.TrueOrFalse(true)),
                      optional("^ratio$", new ValueForm.Unknown("float")),
                      optional("^label$", new ValueForm.Text(Optional.of(Expression.of("(")))),
                      optional("[", new ValueForm.Text(Optional.empty())))),
              new Rule("hold", Optional.empty(), WatchState.list("Setup, Teardown"), List.of()),
              new Rule(
                  "destroy_persistent",
                  Optional.empty(),
                  List.of(),
                  List.of(optional(".*", new ValueForm.Text(Optional.empty()))))));

  private static final RuleBook SITE_BOOK = RuleBook.of(List.of(SITE));

  private CodeExamples() {}

  static CodeExample of(Codes code) {
    return switch (code) {
      case MISSING_PREFIX ->
          new CodeExample(DIRECTIVE, "container name=stats", RuleBook.standard());
      case NO_COMMAND -> script("#DW  \n");
      case REPEATED_ARG -> script("#DW destroy_persistent name=old name=older\n");
      case UNKNOWN_COMMAND -> script("#DW contaner name=stats profile=slushy\n");
      case UNSUPPORTED_ARG -> script(CONTAINER + " nodes=2\n");
      case VALUE_REQUIRED -> script("#DW destroy_persistent name\n");
      case BAD_STRING -> script("#DW destroy_persistent name=Old\n");
      case BAD_LIST_WORD -> script(JOB.strip() + " requires=copy\n" + CONTAINER + "\n");
      case REPEATED_LIST_WORD ->
          script(JOB.strip() + " requires=copy-offload,copy-offload\n" + CONTAINER + "\n");
      case NOT_UNIQUE -> script(JOB + JOB);
      case MISSING_REQUIRED -> script("#DW container name=stats\n");
      case BAD_INTEGER -> ofTheSite("#DW wait count=two\n");
      case ABOVE_MAX -> ofTheSite("#DW wait count=9\n");
      case BELOW_MIN -> ofTheSite("#DW wait count=0\n");
      case BAD_BOOL -> ofTheSite("#DW wait now=yes\n");
      case BAD_PATTERN_REGEX -> ofTheSite("#DW wait label=a\n");
      case UNSUPPORTED_TYPE -> ofTheSite("#DW wait ratio=0.5\n");
      case BAD_KEY_REGEX -> ofTheSite("#DW wait other=a\n");
      case LINE_TOO_LONG -> script(CONTAINER + "x".repeat(DirectiveLine.LONGEST) + "\n");
      case MORE_FINDINGS -> script("#DW destroy_persistent name=old" + " name".repeat(101) + "\n");
      case CONTAINER_TWICE -> script(CONTAINER + "\n" + CONTAINER + "\n");
      case CONTAINER_NAME_TWICE ->
          new CodeExample(
              SCRIPT,
              CONTAINER + "\n" + CONTAINER + "\n",
              RuleBook.standard().withContainersPerJob(2));
      case CONTAINER_BEFORE_STORAGE -> script(CONTAINER + " DW_JOB_in=my-data\n" + JOB);
      case PERSISTENT_NOT_ALONE -> script("#DW destroy_persistent name=old\n" + JOB);
      case STORAGE_UNDEFINED -> script(JOB + CONTAINER + " DW_JOB_in=my-date\n");
      case STORAGE_TYPE -> script(JOB.replace("gfs2", "xfs") + CONTAINER + " DW_JOB_in=my-data\n");
      case NOT_A_PATH -> script(CONTAINER + " DW_GLOBAL_in=lus\n");
      case VOLUME_NAME_TWICE ->
          script(JOB + PERSISTENT + CONTAINER + " DW_JOB_in=my-data DW_PERSISTENT_in=my-data\n");
      case UNUSABLE_VOLUME_NAME -> script(JOB + CONTAINER + " DW_JOB_in_=my-data\n");
      case ZERO_CAPACITY -> script(SHORT_JOB + "0GB\n");
      case CAPACITY_TOO_LARGE -> script(SHORT_JOB + "10000000TB\n");
      case BEYOND_WARREN -> ofTheSite("#DW destroy_persistent name=Old\n");
      case UNKNOWN_WATCH_STATE -> ofTheSite("#DW hold\n");
      case STORAGE_BOUND_TWICE ->
          script(JOB + CONTAINER + " DW_JOB_in=my-data DW_JOB_out=my-data\n");
      case PERSISTENTDW_TWICE -> script(PERSISTENT + PERSISTENT);
      case COPY_TWICE -> script("#DW copy_in source=/lus/a destination=/lus/b\n".repeat(2));
      case COPY_WRONG_WAY ->
          script(JOB + "#DW copy_in source=$DW_JOB_my_data destination=/lus/a\n");
      case REQUIRES_WITHOUT_CONTAINER -> script(PERSISTENT.strip() + " requires=copy-offload\n");
      case IGNORED_LINE -> script(JOB + " #DW persistentdw name=old\n");
      case TRAILING_BACKSLASH -> script("#DW copy_in source=/lus/a destination=/lus/b\\\n");
      case NOT_UTF8 -> script("#DW copy_in source=/lus/caf\u00e9 destination=/lus/b\n");
      case TEXT_BEFORE_PREFIX ->
          new CodeExample(
              FLUX_ATTRIBUTE,
              "persistentdw name=old #DW persistentdw name=new",
              RuleBook.standard());
      case SLURM_CAPACITY_WITHOUT_POOL ->
          new CodeExample(SLURM_SCRIPT, "#!/bin/sh\n" + JOB, RuleBook.standard());
      case SLURM_STOPS_BEFORE ->
          new CodeExample(SLURM_SCRIPT, "#!/bin/sh\nset -e\n" + PERSISTENT, RuleBook.standard());
      case BAD_FLUX_LINE ->
          flux("#FLUX: -N 2\nhostname\n#FLUX: -S dw='" + PERSISTENT.strip() + "'\n");
      case UNKNOWN_PRESET -> flux("#FLUX: -S dw=xfs_small\n");
      case NO_DIRECTIVES -> script("#!/bin/sh\nhostname\n");
    };
  }

  private static CodeExample script(String text) {
    return new CodeExample(SCRIPT, text, RuleBook.standard());
  }

  private static CodeExample flux(String text) {
    return new CodeExample(FLUX_SCRIPT, text, RuleBook.standard());
  }

  private static CodeExample ofTheSite(String text) {
    return new CodeExample(SCRIPT, text, SITE_BOOK);
  }

  private static RuleDefinition optional(String key, ValueForm form) {
    return RuleDefinition.optional(key, form);
  }
}
