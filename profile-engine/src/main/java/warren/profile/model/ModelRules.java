package warren.profile.model;

import static java.util.Map.entry;
import static warren.profile.model.ValueRule.atLeast;
import static warren.profile.model.ValueRule.between;
import static warren.profile.model.ValueRule.oneOf;

import io.fabric8.kubernetes.api.model.ConfigMapEnvSource;
import io.fabric8.kubernetes.api.model.ConfigMapKeySelector;
import io.fabric8.kubernetes.api.model.ConfigMapProjection;
import io.fabric8.kubernetes.api.model.ConfigMapVolumeSource;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeSource;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.GRPCAction;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HTTPHeader;
import io.fabric8.kubernetes.api.model.HostAlias;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.NodeSelector;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.ObjectFieldSelector;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodDNSConfig;
import io.fabric8.kubernetes.api.model.PodDNSConfigOption;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PreferredSchedulingTerm;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProjectedVolumeSource;
import io.fabric8.kubernetes.api.model.ResourceFieldSelector;
import io.fabric8.kubernetes.api.model.SecretEnvSource;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.SecretProjection;
import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import io.fabric8.kubernetes.api.model.SleepAction;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.fabric8.kubernetes.api.model.WeightedPodAffinityTerm;
import java.util.Map;

/**
 * What Kubernetes' API server asks of the objects in a pod, as of version 1.34, and what its Pod
 * Security level {@code restricted} forbids there; kinds that are not here may be anything of their
 * fields' kinds.
 */
final class ModelRules {
  private static final ObjectRule OBJECT = ObjectRule.NONE;
  private static final String OTHER_MACHINES = "the node would call other machines for a container";

  private static final ObjectRule NAMED = OBJECT.require("name").value(Forms.NAME, "name");
  private static final ObjectRule KEY = NAMED.require("key");

  private static final Map<Class<?>, ObjectRule> RULES =
      Map.ofEntries(
          entry(
              PodSpec.class,
              OBJECT
                  .value(atLeast(0), "terminationGracePeriodSeconds")
                  .value(Forms.NAME, "priorityClassName", "runtimeClassName")),
          entry(
              Container.class,
              OBJECT
                  .unique("env", "name", "variable")
                  .unique("ports", "name", "port")
                  .unique("volumeMounts", "mountPath", "mount")),
          entry(
              ContainerPort.class,
              OBJECT
                  .require("containerPort")
                  .value(Forms.PORT, "containerPort")
                  .value(Forms.PORT_NAME_ONLY, "name")
                  .value(oneOf("TCP", "UDP", "SCTP"), "protocol")),
          entry(
              VolumeMount.class,
              OBJECT
                  .require("name", "mountPath")
                  .atMostOne("subPath", "subPathExpr")
                  .value(Forms.ABSOLUTE, "mountPath")
                  .value(Forms.RELATIVE, "subPath", "subPathExpr")
                  .value(oneOf("None", "HostToContainer"), "mountPropagation")),
          entry(
              EnvVar.class,
              OBJECT.require("name").atMostOne("value", "valueFrom").value(Forms.VARIABLE, "name")),
          entry(
              EnvVarSource.class,
              OBJECT.exactlyOne(
                  "fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef")),
          entry(ConfigMapKeySelector.class, KEY),
          entry(SecretKeySelector.class, KEY),
          entry(ObjectFieldSelector.class, OBJECT.require("fieldPath")),
          entry(ResourceFieldSelector.class, OBJECT.require("resource")),
          entry(
              EnvFromSource.class,
              OBJECT.exactlyOne("configMapRef", "secretRef").value(Forms.PREFIX, "prefix")),
          entry(ConfigMapEnvSource.class, NAMED),
          entry(SecretEnvSource.class, NAMED),
          entry(
              Probe.class,
              OBJECT
                  .exactlyOne("exec", "httpGet", "tcpSocket", "grpc")
                  .value(atLeast(0), "initialDelaySeconds")
                  .value(
                      atLeast(1),
                      "timeoutSeconds",
                      "periodSeconds",
                      "successThreshold",
                      "failureThreshold",
                      "terminationGracePeriodSeconds")),
          entry(
              HTTPGetAction.class,
              OBJECT
                  .require("port")
                  .value(Forms.PORT_OR_NAME, "port")
                  .value(oneOf("HTTP", "HTTPS"), "scheme")
                  .value(new ValueRule.Forbidden(OTHER_MACHINES), "host")),
          entry(HTTPHeader.class, OBJECT.require("name", "value")),
          entry(
              TCPSocketAction.class,
              OBJECT
                  .require("port")
                  .value(Forms.PORT_OR_NAME, "port")
                  .value(new ValueRule.Forbidden(OTHER_MACHINES), "host")),
          entry(GRPCAction.class, OBJECT.require("port").value(Forms.PORT, "port")),
          entry(
              Lifecycle.class,
              OBJECT.value(
                  new ValueRule.Forbidden("Kubernetes wants spec.os.name with it"), "stopSignal")),
          entry(LifecycleHandler.class, OBJECT.exactlyOne("exec", "httpGet", "sleep", "tcpSocket")),
          entry(SleepAction.class, OBJECT.require("seconds").value(atLeast(0), "seconds")),
          entry(
              EmptyDirVolumeSource.class,
              OBJECT.value(
                  ValueRule.matching("|Memory|HugePages(-.+)?", "Memory, HugePages or empty"),
                  "medium")),
          entry(ConfigMapVolumeSource.class, NAMED.value(Forms.MODE, "defaultMode")),
          entry(
              SecretVolumeSource.class,
              OBJECT
                  .require("secretName")
                  .value(Forms.NAME, "secretName")
                  .value(Forms.MODE, "defaultMode")),
          entry(DownwardAPIVolumeSource.class, OBJECT.value(Forms.MODE, "defaultMode")),
          entry(ProjectedVolumeSource.class, OBJECT.value(Forms.MODE, "defaultMode")),
          entry(
              VolumeProjection.class,
              OBJECT.exactlyOne(
                  "configMap",
                  "secret",
                  "downwardAPI",
                  "clusterTrustBundle",
                  "serviceAccountToken",
                  "podCertificate")),
          entry(ConfigMapProjection.class, NAMED),
          entry(SecretProjection.class, NAMED),
          entry(
              KeyToPath.class,
              OBJECT
                  .require("key", "path")
                  .value(Forms.RELATIVE, "path")
                  .value(Forms.MODE, "mode")),
          entry(
              DownwardAPIVolumeFile.class,
              OBJECT
                  .require("path")
                  .exactlyOne("fieldRef", "resourceFieldRef")
                  .value(Forms.RELATIVE, "path")
                  .value(Forms.MODE, "mode")),
          entry(PodDNSConfig.class, OBJECT.value(Forms.ADDRESS, "nameservers")),
          entry(PodDNSConfigOption.class, OBJECT.require("name")),
          entry(HostAlias.class, OBJECT.require("ip").value(Forms.ADDRESS, "ip")),
          entry(NodeSelector.class, OBJECT.require("nodeSelectorTerms")),
          entry(
              NodeSelectorRequirement.class,
              OBJECT
                  .require("key", "operator")
                  .value(oneOf("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"), "operator")),
          entry(
              LabelSelectorRequirement.class,
              OBJECT
                  .require("key", "operator")
                  .value(oneOf("In", "NotIn", "Exists", "DoesNotExist"), "operator")),
          entry(
              PreferredSchedulingTerm.class,
              OBJECT.require("weight", "preference").value(between(1, 100), "weight")),
          entry(
              WeightedPodAffinityTerm.class,
              OBJECT.require("weight", "podAffinityTerm").value(between(1, 100), "weight")),
          entry(PodAffinityTerm.class, OBJECT.require("topologyKey")));

  private ModelRules() {}

  /** Every row of the table. */
  static Map<Class<?>, ObjectRule> all() {
    return RULES;
  }

  static ObjectRule of(Class<?> kind) {
    return RULES.getOrDefault(kind, ObjectRule.NONE);
  }
}
