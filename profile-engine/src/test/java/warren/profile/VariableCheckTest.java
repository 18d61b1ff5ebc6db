package warren.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import warren.dw.Finding;

class VariableCheckTest {
  private static List<String> told(String container) {
    return ProfileReader.read(
            Profiles.of(
                "prof",
                "storages: [{name: DW_JOB_foo_local_storage}, {name: DW_JOB_more, optional: true}]\n"
                    + "spec: {containers: [{name: c, image: i, "
                    + container
                    + "}]}"))
        .findings()
        .stream()
        .filter(finding -> finding.code().equals(ProfileReader.VARIABLE))
        .map(Finding::sentence)
        .map(text -> text.replace("Profile prof: spec.containers[0].", ""))
        .toList();
  }

  @Test
  void a_variable_that_nobody_sets_is_told_with_the_nearest_name() {
    assertThat(told("command: [/app, --in, $(DW_JOB_foo_local_storge)]"))
        .containsExactly(
            "command[2] names $(DW_JOB_foo_local_storge), a variable that nobody sets. Did you mean"
                + " $(DW_JOB_foo_local_storage)?");
    assertThat(told("command: [/app], args: [$(SOMETHING)]"))
        .containsExactly(
            "args[0] names $(SOMETHING), a variable that nobody sets. Name the storage in"
                + " 'storages', or set the variable in 'env'.");
    assertThat(told("command: [/app, '$(NNF_CONTAINER_PORTS)']"))
        .containsExactly(
            "command[1] names $(NNF_CONTAINER_PORTS), a variable that nobody sets. Warren gives no"
                + " ports of the nodes to containers: choose a port in the program.");
    assertThat(told("command: [/app], env: [{name: A, value: $(B)}, {name: B, value: $(A)}]"))
        .singleElement()
        .asString()
        .startsWith("env[0].value names $(B), ");
  }

  @Test
  void without_a_shell_nobody_replaces_a_shells_variable() {
    assertThat(told("command: [/app, $DW_JOB_foo_local_storage/x]"))
        .containsExactly(
            "command[1] has $DW_JOB_foo_local_storage, which only a shell replaces, and no shell"
                + " reads it. Write $(DW_JOB_foo_local_storage).");
    assertThat(told("args: ['${DW_JOB_moer}']"))
        .containsExactly(
            "args[0] has ${DW_JOB_moer}, which only a shell replaces, and no shell reads it. Write"
                + " $(DW_JOB_more).");
    assertThat(told("command: [/bin/sh, /run.sh, $DW_JOB_red_rock]"))
        .singleElement()
        .asString()
        .endsWith("Write $(NAME) with a variable that the container has.");
  }

  @Test
  void a_shell_does_not_know_a_misspelt_variable_either() {
    assertThat(
            told("command: [/bin/bash, -euc, 'ls $(DW_JOB_foo_local_storge) ${DW_JOB_moer:-x}']"))
        .containsExactly(
            "command[2] names $(DW_JOB_foo_local_storge), a variable that nobody sets. Did you mean"
                + " $(DW_JOB_foo_local_storage)?",
            "command[2] names ${DW_JOB_moer}, a variable that nobody sets. Did you mean"
                + " ${DW_JOB_more}?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "command: [/app, $(DW_JOB_foo_local_storage), $(DW_JOB_more), $(HOME), $(NNF_NODE_NAME)]",
        "command: [/app, $(MINE), $(KUBERNETES_SERVICE_HOST)], env: [{name: MINE, value: x}]",
        "command: [/app, $(OTHERS)], envFrom: [{configMapRef: {name: c}}]",
        "command: [/app, $$(NOBODY), $$(DW_JOB_x), 50$, $1, 'a$']",
        "command: [sh, -c, 'for d in $DW_JOB_more/*; do echo $(date) $x ${y#z} $(hostname); done']",
        "command: [/usr/bin/env, bash, -o, pipefail, -c, 'DW_JOB_x=1; echo $DW_JOB_x']",
        "command: [mpirun, sh, -c, 'ls $DW_JOB_foo_local_storage']",
        "args: ['ls $DW_JOB_more']",
        "command: [awk, '{print $x}'], args: 3"
      })
  void what_is_set_or_replaced_is_fine(String container) {
    assertThat(told(container)).isEmpty();
  }
}
