package warren.profile.model;

import static java.util.Map.entry;

import io.fabric8.kubernetes.api.model.ConfigMapProjection;
import io.fabric8.kubernetes.api.model.ConfigMapVolumeSource;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeSource;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.ProjectedVolumeSource;
import io.fabric8.kubernetes.api.model.SecretProjection;
import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.util.Map;

/** The rules of what a volume is made of. */
final class VolumeRules {
  private static final ObjectRule OBJECT = ObjectRule.NONE;
  private static final ObjectRule NAMED = OBJECT.require("name").value(Forms.NAME, "name");

  static final Map<Class<?>, ObjectRule> TABLE =
      Map.ofEntries(
          entry(
              EmptyDirVolumeSource.class,
              OBJECT
                  .value(
                      ValueRule.matching("Memory|HugePages(-.+)?", "Memory, HugePages or empty"),
                      "medium")
                  .value(Forms.AMOUNT, "sizeLimit")),
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
              OBJECT
                  .exactlyOne(
                      "configMap",
                      "secret",
                      "downwardAPI",
                      "clusterTrustBundle",
                      "serviceAccountToken",
                      "podCertificate")
                  .forbid(
                      "containers of a job have no business with the cluster's API",
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
                  .value(Forms.MODE, "mode")
                  .within(
                      OBJECT
                          .require("fieldPath")
                          .value(
                              Forms.fieldPath(
                                  "metadata.name",
                                  "metadata.namespace",
                                  "metadata.uid",
                                  "metadata.labels",
                                  "metadata.annotations"),
                              "fieldPath"),
                      "fieldRef")
                  .within(OBJECT.require("containerName"), "resourceFieldRef")));

  private VolumeRules() {}
}
