package warren.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.cluster.CommandResult;

/** The operator may create PersistentVolumes, but not any; an agent reports, but not on others. */
@ExtendWith(Lab.Extension.class)
class VolumePolicyTest {
  private static final String UID = "11111111-2222-3333-4444-555555555555";
  private static final String HOST_PATH = "hostPath: {type: Directory, path: %s}";

  private final Lab lab;

  VolumePolicyTest(Lab lab) {
    this.lab = lab;
  }

  @ParameterizedTest
  @CsvSource({"/mnt/warren/local/" + UID + "-0", "/mnt/warren/shared/" + UID + "-1234"})
  void aDirectoryOfAWorkflowIsAllowed(String path) {
    CommandResult created = create(HOST_PATH.formatted(path), "workflows-0", UID);

    assertThat(created.exitCode()).as(created.stderr()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "/",
    "/etc",
    "/mnt/warren/local",
    "/mnt/warren/local/",
    "/mnt/warren/local/other",
    "/mnt/warren/local/" + UID + "-0/below",
    "/mnt/warren/localelsewhere/" + UID + "-0",
    "/mnt/warren/local/../" + UID + "-0",
  })
  void anyOtherFolderOfANodeIsNot(String path) {
    // That API servers refuse ".." by themselves is as good.
    assertThat(create(HOST_PATH.formatted(path), "workflows-0", UID).stderr())
        .containsAnyOf("the operator creates only volumes below the storage roots", "'..'");
  }

  @ParameterizedTest
  @CsvSource({
    "'local: {path: /etc}'",
    "'nfs: {server: anybody, path: /}'",
    "'csi: {driver: any.example.org, volumeHandle: any}'"
  })
  void otherKindsOfVolumesAreNot(String source) {
    assertThat(create(source, "workflows-0", UID).stderr())
        .contains("the operator creates only volumes below the storage roots");
  }

  @ParameterizedTest
  @CsvSource({"kube-system, " + UID, "workflows-0, ''"})
  void aVolumeIsForOneClaimWhereWorkflowsAre(String namespace, String claim) {
    assertThat(
            create(HOST_PATH.formatted("/mnt/warren/local/" + UID + "-0"), namespace, claim)
                .stderr())
        .contains("the operator creates volumes only for one claim in a namespace of workflows");
  }

  @Test
  void administratorsAreNotConcerned() {
    CommandResult created =
        lab.cluster()
            .kubectl(
                List.of("create", "--dry-run=server", "-f", "-"),
                volume("hostPath: {path: /srv}", "kube-system", UID));

    assertThat(created.exitCode()).as(created.stderr()).isZero();
  }

  private CommandResult create(String source, String namespace, String claim) {
    return lab.cluster()
        .kubectl(
            List.of(
                "create",
                "--dry-run=server",
                "--as=system:serviceaccount:warren-system:warren-operator",
                "-f",
                "-"),
            volume(source, namespace, claim));
  }

  private static String volume(String source, String namespace, String claim) {
    return """
    apiVersion: v1
    kind: PersistentVolume
    metadata:
      name: system-tests-volume-policy
    spec:
      accessModes: [ReadWriteMany]
      capacity: {storage: 1Gi}
      storageClassName: ""
      persistentVolumeReclaimPolicy: Retain
      claimRef: {apiVersion: v1, kind: PersistentVolumeClaim, name: any, namespace: %s, uid: "%s"}
      nodeAffinity:
        required:
          nodeSelectorTerms:
          - matchExpressions: [{key: kubernetes.io/hostname, operator: Exists}]
      %s
    """
        .formatted(namespace, claim, source);
  }
}
