package warren.profile;

import warren.profile.model.Kind;

/**
 * What an author may decide of a pod, field by field. The pods run as the job's user, in a
 * namespace that enforces PodSecurity {@code restricted}, one on each Rabbit.
 */
final class PodFields {
  private static final String NODE = "containers of a job must not reach into the node";
  static final String PLACES = "Warren places the pods on the job's Rabbits itself";
  static final String USER = "containers run as the job's user, without privileges";
  private static final String NO_API =
      "containers of a job have no business with the cluster's API";
  private static final String DEVICES = "Warren gives no devices to containers";

  /** A pod's {@code spec}. */
  static final FieldTable POD =
      FieldTable.of("a pod")
          .keep(
              "containers",
              "initContainers",
              "volumes",
              "imagePullSecrets",
              "terminationGracePeriodSeconds",
              "shareProcessNamespace",
              "dnsConfig",
              "hostAliases",
              "priorityClassName",
              "runtimeClassName",
              "nodeSelector",
              "affinity",
              "securityContext")
          .override(
              "restartPolicy",
              Kind.TEXT,
              "Never",
              "retryLimit says how often a failed pod is replaced")
          .override("serviceAccountName", Kind.TEXT, "none", NO_API)
          .override("serviceAccount", Kind.TEXT, "none", NO_API)
          .override("automountServiceAccountToken", Kind.SWITCH, "false", NO_API)
          .override(
              "enableServiceLinks",
              Kind.SWITCH,
              "false",
              "containers of a job have no business with other services of the namespace")
          .override("nodeName", Kind.TEXT, "one pod on each Rabbit", PLACES)
          .override("tolerations", Kind.LIST, "that of the Rabbits' taint", PLACES)
          .override(
              "hostname",
              Kind.TEXT,
              "a name given by Warren",
              "pods of a job find each other by these names")
          .override(
              "subdomain",
              Kind.TEXT,
              "the workflow's name",
              "pods of a job find each other by these names")
          .offOnly(NODE, "hostNetwork", "hostPID", "hostIPC")
          .refuse("files would belong to other users than the job's", "hostUsers")
          .refuse(
              "such containers are added to running pods, not to profiles", "ephemeralContainers")
          .refuse(
              "the limits are preRunTimeoutSeconds and postRunTimeoutSeconds",
              "activeDeadlineSeconds")
          .unsupported(PLACES, "topologySpreadConstraints")
          .unsupported(DEVICES, "resourceClaims")
          .unsupported(
              "Warren leaves it to the cluster",
              "dnsPolicy",
              "overhead",
              "os",
              "preemptionPolicy",
              "priority",
              "readinessGates",
              "resources",
              "schedulerName",
              "schedulingGates",
              "setHostnameAsFQDN");

  /** A container or init container. */
  static final FieldTable CONTAINER =
      FieldTable.of("a container")
          .keep(
              "name",
              "image",
              "command",
              "args",
              "env",
              "envFrom",
              "resources",
              "ports",
              "livenessProbe",
              "readinessProbe",
              "startupProbe",
              "volumeMounts",
              "workingDir",
              "lifecycle",
              "restartPolicy",
              "terminationMessagePath",
              "securityContext")
          .override(
              "imagePullPolicy",
              Kind.TEXT,
              "Always",
              "a node's cache must not hand a private image to a profile without its secret")
          .override(
              "terminationMessagePolicy",
              Kind.TEXT,
              "FallbackToLogsOnError",
              "the last lines of a failed container's log are shown to the user")
          .unsupported(DEVICES, "volumeDevices")
          .unsupported("nobody types into a container", "stdin", "stdinOnce", "tty")
          .unsupported("pods are not resized", "resizePolicy")
          .unsupported("retryLimit says what happens after a failure", "restartPolicyRules");

  /** A volume: its name and one kind. */
  static final FieldTable VOLUME =
      FieldTable.of("a volume")
          .keep("name", "emptyDir", "configMap", "secret", "downwardAPI", "projected")
          .refuse(NODE + "; the job's storage comes by the profile's storages", "hostPath")
          .refuse(
              "a claim may be another job's storage; the job's own comes by the profile's storages",
              "persistentVolumeClaim")
          .unsupported(
              "volumes of a profile are emptyDir, configMap, secret, downwardAPI or projected",
              "ephemeral",
              "csi",
              "nfs",
              "image",
              "iscsi",
              "fc",
              "rbd",
              "cephfs",
              "glusterfs",
              "gitRepo",
              "flexVolume",
              "flocker",
              "cinder",
              "azureDisk",
              "azureFile",
              "awsElasticBlockStore",
              "gcePersistentDisk",
              "photonPersistentDisk",
              "portworxVolume",
              "quobyte",
              "scaleIO",
              "storageos",
              "vsphereVolume");

  private PodFields() {}
}
