package warren.launch.render;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import warren.api.Workflow;
import warren.launch.ContainerFiles;
import warren.launch.Setting;
import warren.launch.pod.PodStep;
import warren.names.Labels;
import warren.names.WorkflowIdentity;

/** The metadata of everything that is made for a container directive. */
final class Metadata {
  private Metadata() {}

  /** Name, namespace, labels and the Workflow as owner. */
  static ObjectMeta of(String name, Setting setting) {
    WorkflowIdentity workflow = setting.workflow();
    return new ObjectMetaBuilder()
        .withName(name)
        .withNamespace(workflow.namespace())
        .withLabels(Labels.of(setting.directive()))
        .addNewOwnerReference()
        .withApiVersion(HasMetadata.getApiVersion(Workflow.class))
        .withKind(HasMetadata.getKind(Workflow.class))
        .withName(workflow.name())
        .withUid(workflow.uid())
        .withController(true)
        // A Workflow goes by its finalizer, which waits for the pods; nothing else is to hold it.
        .withBlockOwnerDeletion(false)
        .endOwnerReference()
        .build();
  }

  /** The metadata of a pod template, whose pods get name, namespace and owner from their maker. */
  static ObjectMeta ofPods(Setting setting) {
    return new ObjectMetaBuilder()
        .withLabels(Labels.of(setting.directive()))
        .withAnnotations(annotations(setting))
        .build();
  }

  /**
   * The same for a template with labels and annotations of its author, of which none is Warren's.
   *
   * @param written null when there are none
   */
  static ObjectMeta ofPods(ObjectMeta written, Setting setting) {
    return written == null
        ? ofPods(setting)
        : new ObjectMetaBuilder(ofPods(setting))
            .addToLabels(written.getLabels())
            .addToLabels(Labels.of(setting.directive()))
            .addToAnnotations(written.getAnnotations())
            .addToAnnotations(annotations(setting))
            .build();
  }

  /** The contents of the containers' files; {@link PodStep} mounts them from here. */
  private static Map<String, String> annotations(Setting setting) {
    Map<String, String> annotations = new LinkedHashMap<>();
    for (ContainerFiles.File file : setting.files().files()) {
      annotations.put(Labels.file(file.key()), file.content());
    }
    return annotations;
  }
}
