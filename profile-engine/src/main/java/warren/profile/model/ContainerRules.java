package warren.profile.model;

import static java.util.Map.entry;
import static warren.profile.model.ValueRule.atLeast;
import static warren.profile.model.ValueRule.between;
import static warren.profile.model.ValueRule.matching;
import static warren.profile.model.ValueRule.oneOf;

import io.fabric8.kubernetes.api.model.ConfigMapEnvSource;
import io.fabric8.kubernetes.api.model.ConfigMapKeySelector;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.GRPCAction;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HTTPHeader;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ResourceFieldSelector;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecretEnvSource;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.SleepAction;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.Map;

/** The rules of a container and of what is in it. */
final class ContainerRules {
  private static final ObjectRule OBJECT = ObjectRule.NONE;
  private static final String OTHER_MACHINES = "the node would call other machines for a container";

  private static final ObjectRule NAMED = OBJECT.require("name").value(Forms.NAME, "name");
  private static final ObjectRule KEY = NAMED.require("key");

  static final Map<Class<?>, ObjectRule> TABLE =
      Map.ofEntries(
          entry(
              Container.class,
              OBJECT
                  .unique("env", "name", "variable")
                  .unique("ports", "name", "port")
                  .unique("volumeMounts", "mountPath", "mount")
                  .within(
                      // One success is all that Kubernetes lets these two wait for.
                      OBJECT.value(between(1, 1), "successThreshold"),
                      "livenessProbe",
                      "startupProbe")
                  .within(
                      OBJECT.forbid(
                          "a container that is not ready is not ended",
                          "terminationGracePeriodSeconds"),
                      "readinessProbe")),
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
              OBJECT
                  .exactlyOne(
                      "fieldRef",
                      "resourceFieldRef",
                      "configMapKeyRef",
                      "secretKeyRef",
                      "fileKeyRef")
                  .forbid("Kubernetes has it on trial only", "fileKeyRef")
                  .within(
                      OBJECT
                          .require("fieldPath")
                          .value(
                              Forms.fieldPath(
                                  "metadata.name",
                                  "metadata.namespace",
                                  "metadata.uid",
                                  "spec.nodeName",
                                  "spec.serviceAccountName",
                                  "status.hostIP",
                                  "status.hostIPs",
                                  "status.podIP",
                                  "status.podIPs"),
                              "fieldPath"),
                      "fieldRef")),
          entry(ConfigMapKeySelector.class, KEY),
          entry(SecretKeySelector.class, KEY),
          entry(
              ResourceFieldSelector.class,
              OBJECT
                  .require("resource")
                  .value(
                      matching(
                          "(requests|limits)\\.(cpu|memory|ephemeral-storage|hugepages-.+)",
                          "requests. or limits. and then cpu, memory, ephemeral-storage or"
                              + " hugepages-SIZE"),
                      "resource")),
          entry(
              EnvFromSource.class,
              OBJECT.exactlyOne("configMapRef", "secretRef").value(Forms.PREFIX, "prefix")),
          entry(ConfigMapEnvSource.class, NAMED),
          entry(SecretEnvSource.class, NAMED),
          entry(
              ResourceRequirements.class,
              OBJECT.forbid("Warren gives no devices to containers", "claims")),
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
          entry(ExecAction.class, OBJECT.require("command")),
          entry(
              HTTPGetAction.class,
              OBJECT
                  .require("port")
                  .value(Forms.PORT_OR_NAME, "port")
                  .value(oneOf("HTTP", "HTTPS"), "scheme")
                  .forbid(OTHER_MACHINES, "host")),
          entry(HTTPHeader.class, OBJECT.require("name")),
          entry(
              TCPSocketAction.class,
              OBJECT
                  .require("port")
                  .value(Forms.PORT_OR_NAME, "port")
                  .forbid(OTHER_MACHINES, "host")),
          entry(GRPCAction.class, OBJECT.require("port").value(Forms.PORT, "port")),
          entry(
              Lifecycle.class,
              OBJECT.forbid("Kubernetes wants spec.os.name with it", "stopSignal")),
          entry(LifecycleHandler.class, OBJECT.exactlyOne("exec", "httpGet", "sleep", "tcpSocket")),
          entry(SleepAction.class, OBJECT.require("seconds").value(atLeast(0), "seconds")));

  private ContainerRules() {}
}
