package warren.profile.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import warren.dw.Finding;

class ProfileFileTest {
  private static final String HEAD =
      "apiVersion: nnf.cray.hpe.com/v1alpha11\nkind: NnfContainerProfile\n";
  private static final String GOOD =
      HEAD
          + """
          metadata:
            name: good
            labels: {team: red-rock}
          data:
            spec:
              containers:
              - name: app
                image: example.org/app:v1
          """;

  private static ProfileFile read(String text) {
    return ProfileFile.read("p.yaml", text.getBytes(UTF_8));
  }

  private static List<String> told(ProfileFile file) {
    return file.allFindings(new RepeatedProfiles()).stream()
        .map(finding -> finding.place().orElseThrow() + " " + finding.sentence())
        .toList();
  }

  @Test
  void aProfileIsReadWithItsMetadata() {
    ProfileFile file = read(GOOD);

    assertThat(told(file)).isEmpty();
    assertThat(file.others()).isEmpty();
    FileProfile profile = file.profiles().getFirst();
    assertThat(profile.name()).isEqualTo("good");
    assertThat(profile.profile().getApiVersion()).isEqualTo("nnf.cray.hpe.com/v1alpha11");
    assertThat(profile.profile().getMetadata().getLabels()).containsEntry("team", "red-rock");
    assertThat(profile.read().profile()).isPresent();
  }

  @Test
  void findingsOfAllProfilesStandAtTheirLines() {
    String odd =
        GOOD.replace("name: good", "name: odd")
            .replace("image:", "imag:")
            .replace("- name: app", "- name: App");

    assertThat(told(read(GOOD + "---\n" + odd)))
        .containsExactly(
            "p.yaml:20:7 Profile odd: spec.containers[0].name is 'App', which cannot be a"
                + " container's name. Use 1 to 63 lower-case letters, digits and hyphens.",
            "p.yaml:20:7 Profile odd: spec.containers[0].image is '', which cannot be an image."
                + " Name an image, such as registry.example.org/team/app:v1.0.",
            "p.yaml:21:7 Profile odd: spec.containers[0].imag is not a field of a container. Did"
                + " you mean 'image'?");
  }

  @Test
  void listsAreOpenedAndOtherKindsAreCounted() {
    ProfileFile file =
        read(
            "kind: List\nitems:\n- kind: Secret\n- "
                + GOOD.indent(2).strip()
                + "\n---\nkind: ConfigMap\n");

    assertThat(told(file)).isEmpty();
    assertThat(file.profiles()).extracting(FileProfile::name).containsExactly("good");
    assertThat(file.others())
        .extracting(other -> other.kind() + " " + other.place())
        .containsExactly("Secret p.yaml:3:3", "ConfigMap p.yaml:15:1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          just text                  | 1:1 This is no object of Kubernetes. A profile begins with apiVersion: nnf.cray.hpe.com/v1alpha11 and kind: NnfContainerProfile.
          a: 1                       | 1:1 This object names no kind. A profile begins with apiVersion: nnf.cray.hpe.com/v1alpha11 and kind: NnfContainerProfile.
          kind: NnfContainerProfil   | 1:1 The kind 'NnfContainerProfil' is not known. A profile begins with apiVersion: nnf.cray.hpe.com/v1alpha11 and kind: NnfContainerProfile.
          """)
  void whatIsNoProfileIsTold(String text, String expected) {
    assertThat(told(read(text))).containsExactly("p.yaml:" + expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          name: good   | name: Good    | 4:3 A profile cannot be named 'Good'. Give metadata.name: lower-case letters, digits and hyphens.
          name: good   | nam: good     | 3:1 The profile has no name. Give metadata.name: lower-case letters, digits and hyphens.
          name: good   | name: [a]     | 4:3 metadata.name is '["a"]', not a text. Correct it in the profile.
          name: good   | name: 5       | 4:3 metadata.name is '5', not a text. Put it in quotes.
          name: good   | name: g       | 4:3 Profile g: metadata.name is 'g', which no directive can give. Use a lower-case letter and then lower-case letters, digits and hyphens, the last no hyphen, 2 characters at least.
          name: good   | name: a.b     | 4:3 Profile a.b: metadata.name is 'a.b', which no directive can give. Use a lower-case letter and then lower-case letters, digits and hyphens, the last no hyphen, 2 characters at least.
          name: good   | name: '123'   | 4:3 Profile 123: metadata.name is '123', which no directive can give. Use a lower-case letter and then lower-case letters, digits and hyphens, the last no hyphen, 2 characters at least.
          name: good   | name: good\\n  namespace: default | 5:3 Profile good: profiles are kept in the namespace nnf-system, not in default. Nothing would use it here; create it with -n nnf-system.
          red-rock     | 1             | 5:12 metadata.labels.team is '1', not a text. Put it in quotes.
          labels       | label         | 5:3 metadata.label is not a field of metadata. Did you mean 'labels'?
          red-rock     | red rock      | 5:12 metadata.labels.team is 'red rock', not a label's value: up to 63 letters, digits, '-', '_' and '.'. Correct it in the profile.
          team:        | /team:        | 5:12 metadata.labels./team is not a label's or annotation's name: up to 63 letters, digits, '-', '_' and '.', after a domain and '/' or not. Correct it in the profile.
          /v1alpha11   | /v1alpha7     | 1:1 The cluster does not know profiles of the version 'nnf.cray.hpe.com/v1alpha7'. 'warren profile convert --to v1alpha11' writes them in today's version.
          /v1alpha11   | /v1           | 1:1 The apiVersion of a profile cannot be 'nnf.cray.hpe.com/v1'. It is nnf.cray.hpe.com/v1alpha1 or nnf.cray.hpe.com/v1alpha11.
          kind:        | status: {}\\nkind: | 2:1 status is not a field of an NnfContainerProfile. What a profile says stands below data.
          """)
  void whatIsAroundThePayloadIsCheckedToo(String from, String to, String expected) {
    assertThat(told(read(GOOD.replaceFirst(from, to.translateEscapes()))))
        .contains("p.yaml:" + expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing", "kind: ConfigMap", "kind: List\nitems: []"})
  void aFileWithoutProfilesIsTold(String text) {
    assertThat(read(text).allFindings(new RepeatedProfiles()))
        .singleElement()
        .returns(false, Finding::isError)
        .returns(
            "p.yaml holds no profile. Profiles are of the kind NnfContainerProfile.",
            Finding::sentence);
  }

  @Test
  void aProfileThatStandsTwiceIsTold() {
    String here = GOOD.replace("name: good", "name: good\n  namespace: nnf-system");
    String elsewhere = GOOD.replace("name: good", "name: good\n  namespace: default");
    assertThat(told(read(String.join("---\n", GOOD, elsewhere, here))))
        .contains("p.yaml:24:1 The profile 'good' is in p.yaml:1:1 already. Keep one of the two.")
        .filteredOn(told -> told.contains("already"))
        .hasSize(1);
  }

  @Test
  void aPayloadThatIsNoneIsTold() {
    assertThat(told(read(HEAD + "metadata: {name: good}\ndata: text\n")))
        .containsExactly(
            "p.yaml:4:1 The profile's data is no object. Write its fields below data.");
    assertThat(told(read(HEAD + "metadata: {name: good}\n")).getFirst()).startsWith("p.yaml:1:1 ");
  }

  @Test
  void whatIsNoYamlIsTold() {
    assertThat(told(read(GOOD + "  x: [\n")).getFirst()).startsWith("p.yaml:12:1 This is no YAML:");
  }
}
