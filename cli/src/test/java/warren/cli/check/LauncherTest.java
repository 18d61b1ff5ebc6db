package warren.cli.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} gets along with the class path that the launcher gives it. */
class LauncherTest {
  private static final Path HOME = Path.of(System.getProperty("warren.home"));

  @TempDir private Path folder;

  /** Of this test's own class path, what the launcher names; a module is there as its classes. */
  private static String classPath() throws IOException {
    Matcher names =
        Pattern.compile("(?s)for name in (.*?); do")
            .matcher(Files.readString(HOME.resolve("warren")));
    assertThat(names.find()).isTrue();
    List<String> chosen = new ArrayList<>();
    for (String name : words(names.group(1))) {
      List<String> entries =
          Pattern.compile(File.pathSeparator)
              .splitAsStream(System.getProperty("java.class.path"))
              .filter(entry -> is(Path.of(entry), name))
              .toList();
      assertThat(entries).as("what the launcher calls " + name).isNotEmpty();
      chosen.addAll(entries);
    }
    return String.join(File.pathSeparator, chosen);
  }

  private static List<String> words(String list) {
    return Pattern.compile("[\\s\\\\]+")
        .splitAsStream(list)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static boolean is(Path entry, String name) {
    String file = entry.getFileName().toString();
    return file.equals("classes")
        ? entry.endsWith(Path.of(name, "target", "classes"))
        : file.matches(Pattern.quote(name) + "-[0-9].*\\.jar");
  }

  private String check(String input, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                "warren.cli.Main",
                "check"));
    command.addAll(Arrays.asList(arguments));
    Path in = Files.writeString(folder.resolve("in"), input, UTF_8);
    Path out = folder.resolve("out");
    int status =
        new ProcessBuilder(command)
            .redirectInput(in.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start()
            .waitFor();
    return Files.readString(out, UTF_8) + "status " + status;
  }

  @Test
  void scriptsAreChecked() throws Exception {
    assertThat(check("#DW persistentdw name=keep\n"))
        .isEqualTo("<stdin>: accepted: no errors, no warnings, 1 directive\nstatus 0");
    assertThat(check("", "--dialect", "pbs")).contains("slurm, flux").endsWith("status 2");
    assertThat(check("", "--help")).startsWith("Usage: warren check ").endsWith("status 0");
  }

  @Test
  void linesOfJsonAreAnsweredByRulesOfTheirOwn() throws Exception {
    String line =
        "{\"id\":1,\"dwDirectives\":[\"#DW burst\"],\"rules\":[{\"command\":\"burst\",\"ruleDefs\":[]}]}";

    assertThat(check(line + "\nnonsense\n", "--input", "json"))
        .contains("{\"id\":1,\"source\":\"spec.dwDirectives\",\"form\":\"list\",\"admitted\":true,")
        .contains("{\"id\":null,\"line\":2,\"error\":\"it is no JSON: ")
        .endsWith("status 2");
  }

  @Test
  void ruleFilesAreRead() throws Exception {
    Path rules = Files.writeString(folder.resolve("rules.yaml"), "kind: Secret\n", UTF_8);

    assertThat(check("", "--rules", rules.toString()))
        .contains("[odd-rule]", "[bad-rule]", "nothing was checked")
        .endsWith("status 2");
  }

  /** The launcher's own function, called by itself. */
  private static int asksProfiles(String... arguments) throws Exception {
    Matcher function =
        Pattern.compile("(?ms)^asks_profiles\\(\\) .*?^}")
            .matcher(Files.readString(HOME.resolve("warren")));
    assertThat(function.find()).isTrue();
    List<String> command =
        new ArrayList<>(
            List.of("bash", "-c", function.group() + "\nasks_profiles \"$@\"", "warren"));
    command.addAll(Arrays.asList(arguments));
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  @Test
  void forProfilesThereIsMoreOnTheClassPath() throws Exception {
    assertThat(asksProfiles("check", "--profiles", "folder", "job.sh")).isZero();
    assertThat(asksProfiles("check", "--profiles=folder", "job.sh")).isZero();
    assertThat(asksProfiles("check", "job.sh", "--cluster")).isZero();
    assertThat(asksProfiles("check", "@options", "job.sh")).isZero();
    assertThat(asksProfiles("check", "--dialect", "flux", "job.sh", "-")).isEqualTo(1);
    assertThat(asksProfiles("check")).isEqualTo(1);
  }
}
