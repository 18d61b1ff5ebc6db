package warren.cli.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import warren.cli.ExitStatus;
import warren.cli.Warren;

class LintCommandTest {
  private static final String BAD =
      """
      apiVersion: nnf.cray.hpe.com/v1alpha11
      kind: NnfContainerProfile
      metadata: {name: odd}
      data:
        spec:
          hostNetwork: yes
          restartPolicy: Always
          containers:
          - name: app
            imag: example.org/app:v1
      """;

  @TempDir private Path folder;

  private Warren.Answer lint(String... words) {
    String[] all = new String[words.length + 2];
    all[0] = "profile";
    all[1] = "lint";
    System.arraycopy(words, 0, all, 2, words.length);
    Warren.Answer answer = Warren.call(all);
    return new Warren.Answer(
        answer.status(),
        answer.out().replace(folder + "/", ""),
        answer.err().replace(folder + "/", ""));
  }

  @Test
  void everythingIsToldAtItsLine() {
    Warren.write(folder.resolve("odd.yaml"), BAD);

    assertThat(lint(folder.resolve("odd.yaml").toString()))
        .isEqualTo(
            new Warren.Answer(
                ExitStatus.FAULTY,
                """
                odd.yaml:6:5: error: Profile odd: spec.hostNetwork is not allowed: containers of a job must not reach into the node. [profile-field-not-allowed]
                        hostNetwork: yes
                        ^~~~~~~~~~~
                    Remove it from the profile.

                odd.yaml:7:5: warning: Profile odd: spec.restartPolicy 'Always' becomes Never: retryLimit says how often a failed pod is replaced. [profile-field-overridden]
                        restartPolicy: Always
                        ^~~~~~~~~~~~~
                    Remove it from the profile; it has no effect here.

                odd.yaml:9:7: error: Profile odd: spec.containers[0].image is '', which cannot be an image. [profile-invalid]
                        - name: app
                          ^~~~
                    Name an image, such as registry.example.org/team/app:v1.0.

                odd.yaml:10:7: error: Profile odd: spec.containers[0].imag is not a field of a container. [profile-field-unknown]
                          imag: example.org/app:v1
                          ^~~~
                    Did you mean 'image'?

                odd.yaml: refused: 3 errors, 1 warning, 1 profile
                """,
                ""));
  }

  @Test
  void aGoodFileIsOneLineAndWarningsDoNotRefuse() {
    Path home = Warren.home().resolve("examples");

    assertThat(lint(home.resolve("red-rock-slushy/profile.yaml").toString()))
        .returns(ExitStatus.OK, Warren.Answer::status)
        .extracting(Warren.Answer::out)
        .asString()
        .endsWith("profile.yaml: accepted: no errors, no warnings, 1 profile\n");
    assertThat(
            lint(
                home.resolve("mpi-red-rock-slushy/profile.yaml").toString(),
                home.resolve("mpi-red-rock-slushy/expected.yaml").toString()))
        .returns(ExitStatus.OK, Warren.Answer::status)
        .extracting(Warren.Answer::out)
        .asString()
        .contains("warning: Profile mpi-red-rock-slushy: mpiSpec.sshAuthMountPath '/root/.ssh'")
        .endsWith(
            "2 files, all accepted: no errors, 2 warnings, 1 profile, 1 object of other kinds not"
                + " looked at\n");
  }

  @Test
  void programsGetAnObjectForEachFile() {
    Warren.write(folder.resolve("odd.yaml"), BAD.replace("hostNetwork", "#"));
    Warren.write(folder.resolve("none.json"), "{\"kind\": \"ConfigMap\"}");

    assertThat(
            lint(
                "--format=json",
                folder.resolve("odd.yaml").toString(),
                folder.resolve("none.json").toString()))
        .returns(ExitStatus.FAULTY, Warren.Answer::status)
        .extracting(Warren.Answer::out)
        .asString()
        .startsWith(
            "{\"source\":\"odd.yaml\",\"accepted\":false,\"profiles\":[\"odd\"],\"findings\":[{")
        .contains("\"code\":\"profile-field-unknown\",\"directive\":null,\"line\":10,\"column\":7,")
        .endsWith(
            "\n{\"source\":\"none.json\",\"accepted\":true,\"profiles\":[],\"findings\":["
                + "{\"severity\":\"warning\",\"code\":\"no-profile\",\"directive\":null,"
                + "\"line\":null,\"column\":null,\"length\":null,"
                + "\"message\":\"none.json holds no profile.\","
                + "\"hint\":\"Profiles are of the kind NnfContainerProfile.\"}]}\n");
  }

  @Test
  void aProfileThatStandsInTwoFilesIsToldInTheSecond() {
    Warren.write(folder.resolve("one.yaml"), BAD);
    Warren.write(folder.resolve("two.yaml"), BAD);

    assertThat(lint(folder.resolve("one.yaml").toString(), folder.resolve("two.yaml").toString()))
        .returns(ExitStatus.FAULTY, Warren.Answer::status)
        .extracting(Warren.Answer::out)
        .asString()
        .containsOnlyOnce("[profile-twice]")
        .contains("two.yaml:1:1: error: The profile 'odd' is in one.yaml:1:1 already. ");
  }

  @Test
  void aFileThatCannotBeReadLeavesTheOthersTheirAnswer() {
    Warren.write(folder.resolve("odd.yaml"), BAD);

    assertThat(
            lint(folder.resolve("missing.yaml").toString(), folder.resolve("odd.yaml").toString()))
        .returns(ExitStatus.UNANSWERED, Warren.Answer::status)
        .returns(
            "warren: missing.yaml cannot be read: there is no missing.yaml\n", Warren.Answer::err)
        .extracting(Warren.Answer::out)
        .asString()
        .endsWith("odd.yaml: refused: 3 errors, 1 warning, 1 profile\n");
    assertThat(lint()).returns(ExitStatus.UNANSWERED, Warren.Answer::status);
  }

  @Test
  void standardInputIsAFileToo() {
    StringWriter out = new StringWriter();
    CommandLine line =
        new CommandLine(
            new LintCommand(new ByteArrayInputStream(BAD.getBytes(StandardCharsets.UTF_8))));
    line.setOut(new PrintWriter(out, true));

    assertThat(line.execute("-")).isEqualTo(ExitStatus.FAULTY);
    assertThat(out.toString()).contains("<stdin>:6:5: error: Profile odd: spec.hostNetwork");
  }
}
