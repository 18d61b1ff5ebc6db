package warren.cli.check;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.cli.ExitStatus;
import warren.cli.Warren;

/** {@code check} resolves against profiles as {@code plan} does. */
class CheckProfilesTest {
  private static final String STORAGE = "#DW jobdw type=gfs2 capacity=10GB name=red-rock\n";
  private static final String CONTAINER =
      "#DW container name=slushy profile=%s DW_JOB_foo_local_storage=red-rock\n";
  private static final String RESTRICTED =
      "The container profile 'of-seven' is restricted to user 7.";

  @TempDir private Path folder;

  @BeforeEach
  void profiles() {
    String open = Warren.text(Warren.home().resolve("examples/red-rock-slushy/profile.yaml"));
    Warren.write(profile("open"), open);
    Warren.write(
        profile("restricted"),
        open.replace("name: red-rock-slushy", "name: of-seven") + "  users: ['7']\n");
  }

  private Path profile(String name) {
    return folder.resolve("profiles").resolve(name + ".yaml");
  }

  private String job(String name, String directives) {
    Path job = folder.resolve(name);
    Warren.write(job, "#!/bin/bash\n" + directives);
    return job.toString();
  }

  private Called check(String user, String... arguments) {
    return Called.check(with(user, arguments));
  }

  private String[] with(String user, String... arguments) {
    List<String> options = List.of("--profiles", folder + "/profiles", "--user", user + ":1051");
    return Stream.concat(options.stream(), Stream.of(arguments)).toArray(String[]::new);
  }

  @Test
  void whoIsNotOnTheListIsRefusedInTheWordsOfPlan() {
    String job = job("job.sh", STORAGE + CONTAINER.formatted("of-seven"));
    Called checked = check("1050", job);
    Warren.Answer planned = Warren.call(List.of(List.of("plan", job), List.of(with("1050"))));

    assertThat(checked.status()).isEqualTo(ExitStatus.FAULTY);
    assertThat(planned.err()).contains(":3:1: error: " + RESTRICTED + " [profile-restricted]\n");
    assertThat(checked.out())
        .isEqualTo(
            planned.err().lines().limit(4).map(line -> line + "\n").collect(joining())
                + "\n"
                + job
                + ": refused: 1 error, no warnings, 2 directives\n");
  }

  @Test
  void whoIsOnTheListIsAccepted() {
    String job = job("job.sh", STORAGE + CONTAINER.formatted("of-seven"));

    assertThat(check("7", job))
        .isEqualTo(new Called(0, job + ": accepted: no errors, no warnings, 2 directives\n", ""));
  }

  @Test
  void everythingIsToldAtOnceInTheOrderOfTheDirectives() {
    String job =
        job(
            "job.sh",
            """
            #DW jobdw type=raw capacity=10GB name=red-rock profile=fast
            #DW container name=slushy profile=red-rock-slush DW_JOB_foo=redrock
            """);

    assertThat(check("1050", job).out())
        .containsSubsequence(
            "job.sh:2:1: error: The file system type raw is not supported",
            "job.sh:2:1: warning: profile=fast is ignored",
            "job.sh:3:61: error: 'DW_JOB_foo' speaks of the storage 'redrock'",
            "Did you mean 'red-rock'?",
            "job.sh:3:1: error: There is no container profile 'red-rock-slush'.",
            "Did you mean 'red-rock-slushy'?",
            "job.sh: refused: 3 errors, 1 warning, 2 directives\n");
  }

  @Test
  void aStorageThatTheProfileRequiresIsMissed() {
    String job = job("job.sh", STORAGE + "#DW container name=slushy profile=red-rock-slushy\n");

    assertThat(check("1050", job).out())
        .contains("requires the storage DW_JOB_foo_local_storage. [storage-missing]");
  }

  @Test
  void inJsonAFindingHasItsDirectivesPlace() throws Exception {
    String directive = CONTAINER.formatted("of-seven").strip();
    String job = job("job.sh", STORAGE + directive);
    Called checked = check("1050", "--format", "json", job);
    JsonNode answer = new ObjectMapper().readTree(checked.out());

    assertThat(checked.status()).isEqualTo(ExitStatus.FAULTY);
    assertThat(answer.get("admitted").asBoolean()).isTrue();
    assertThat(answer.get("accepted").asBoolean()).isFalse();
    assertThat(answer.get("findings"))
        .singleElement()
        .hasToString(
            """
            {"severity":"error","code":"profile-restricted","directive":1,"line":3,"column":1,\
            "length":%d,"message":"%s","hint":"Use another profile, or ask your administrator."}"""
                .formatted(directive.length(), RESTRICTED));
  }

  @Test
  void severalFilesAreResolved() {
    String open = job("open.sh", STORAGE + CONTAINER.formatted("red-rock-slushy"));
    String restricted = job("restricted.sh", STORAGE + CONTAINER.formatted("of-seven"));

    assertThat(check("1050", restricted, open, restricted).out())
        .containsOnlyOnce("3 scripts, 2 refused: 2 errors, no warnings, 6 directives\n");
  }

  @Test
  void requestsInJsonAreResolved() {
    String request =
        "{\"id\":\"%s\",\"dwDirectives\":[\"#DW container name=slushy profile=%s\"]}\n";
    String input = request.formatted("a", "of-seven") + request.formatted("b", "of-seve");

    assertThat(Called.withInput(input, with("7", "--input", "json")).out().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("{\"id\":\"a\",").contains("storage-missing"),
            line ->
                assertThat(line)
                    .startsWith("{\"id\":\"b\",")
                    .contains(
                        "\"code\":\"unknown-profile\",\"directive\":0,\"line\":1,\"column\":1,")
                    .contains("Did you mean 'of-seven'?"));
  }

  @Test
  void faultsInTheProfilesFilesAreToldOnceAndTheRestIsAsked() {
    Warren.write(profile("broken"), "a: [");
    String good = job("good.sh", STORAGE + CONTAINER.formatted("red-rock-slushy"));

    Called checked = check("1050", good, good);

    assertThat(checked.status()).isEqualTo(ExitStatus.FAULTY);
    assertThat(checked.err())
        .containsOnlyOnce(profile("broken") + ":1:5: error: This is no YAML:")
        .endsWith(
            "warren: the profiles' files have errors, see above; scripts are checked by the rest\n");
    assertThat(checked.out()).startsWith("2 scripts, all accepted: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          check --user 1050:1051                 | --user goes with --profiles or --cluster
          check --site s.yaml                    | --site goes with --cluster
          check --site s.yaml --profiles .       | --site goes with --cluster
          check --profiles . --no-cross-checks   | --no-cross-checks asks the rules alone
          check --profiles . --cluster           | mutually exclusive
          check --profiles /none --user 1:1      | the profiles of /none cannot be read
          check --cluster --site /none --user 1:1| the site file /none is no use
          """)
  void whatMakesNoSenseOrCannotBeReadIsNoAnswer(String line, String sentence) {
    assertThat(Warren.call(line.split(" ", -1)))
        .returns(ExitStatus.UNANSWERED, Warren.Answer::status)
        .returns("", Warren.Answer::out)
        .extracting(Warren.Answer::err)
        .asString()
        .contains(sentence);
  }
}
