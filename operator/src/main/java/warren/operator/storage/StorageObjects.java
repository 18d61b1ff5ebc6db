package warren.operator.storage;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HostPathVolumeSource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import warren.names.Labels;
import warren.names.Names;
import warren.names.StoragePaths;
import warren.names.WorkflowIdentity;
import warren.operator.decision.Ownership;
import warren.operator.storage.DirectoryWork.Verb;

/** The objects of a storage directive. Pure. */
final class StorageObjects {
  /** Annotation of the volume: the Rabbits that hold its directories, separated by commas. */
  static final String RABBITS = "warren.internal/rabbits";

  private static final String READ_WRITE_MANY = "ReadWriteMany";
  private static final String ROOT_VOLUME = "root";

  private final StorageSettings settings;

  StorageObjects(StorageSettings settings) {
    this.settings = settings;
  }

  /**
   * The claim that pods mount. Its selector keeps it from any volume but its own; a volume's name
   * in it would too, but then the binder takes notice of the volume only at its next round, seconds
   * later.
   */
  PersistentVolumeClaim claim(SeenStorage seen) {
    return new PersistentVolumeClaimBuilder()
        .withMetadata(
            meta(seen)
                .withNamespace(seen.workflow().namespace())
                .withName(Names.claim(seen.workflow().name(), index(seen)))
                .withAnnotations(Map.of(RABBITS, String.join(",", seen.rabbits())))
                .withOwnerReferences(Ownership.reference(seen.workflow()))
                .build())
        .withNewSpec()
        .withAccessModes(READ_WRITE_MANY)
        .withStorageClassName("")
        .withNewSelector()
        .withMatchLabels(own(seen))
        .endSelector()
        .withNewResources()
        .withRequests(Map.of("storage", capacity(seen)))
        .endResources()
        .endSpec()
        .build();
  }

  /** On each node that node's own directory of this path; for this very claim. */
  PersistentVolume volume(SeenStorage seen, PersistentVolumeClaim claim) {
    ObjectReference claimant =
        new ObjectReferenceBuilder()
            .withApiVersion("v1")
            .withKind(claim.getKind())
            .withNamespace(claim.getMetadata().getNamespace())
            .withName(claim.getMetadata().getName())
            .withUid(claim.getMetadata().getUid())
            .build();
    String directory =
        StoragePaths.under(
                settings.root(seen.directive().type()), seen.workflow().uid(), index(seen))
            .toString();
    return new PersistentVolumeBuilder()
        .withMetadata(
            meta(seen)
                .withName(Names.volume(seen.workflow().uid(), index(seen)))
                .withAnnotations(Map.of(RABBITS, claim.getMetadata().getAnnotations().get(RABBITS)))
                .build())
        .withNewSpec()
        .withAccessModes(READ_WRITE_MANY)
        .withStorageClassName("")
        .withPersistentVolumeReclaimPolicy("Retain")
        .withCapacity(Map.of("storage", capacity(seen)))
        .withClaimRef(claimant)
        .withHostPath(new HostPathVolumeSource(directory, "Directory"))
        .endSpec()
        .build();
  }

  /** The Job that makes or removes the directories on one Rabbit. */
  Job job(SeenStorage seen, Verb verb, String rabbit) {
    ObjectMeta meta =
        meta(seen)
            .withNamespace(settings.systemNamespace())
            .withName(Names.directoryJob(seen.workflow().uid(), index(seen), rabbit, verb.word()))
            .withAnnotations(Map.of(DirectoryWork.VERB, verb.word(), DirectoryWork.RABBIT, rabbit))
            .build();
    return new JobBuilder()
        .withMetadata(meta)
        .withNewSpec()
        .withBackoffLimit(2)
        .withActiveDeadlineSeconds(120L)
        .withNewTemplate()
        .withNewMetadata()
        .withLabels(meta.getLabels())
        .endMetadata()
        .withSpec(pod(seen, verb, rabbit))
        .endTemplate()
        .endSpec()
        .build();
  }

  private PodSpec pod(SeenStorage seen, Verb verb, String rabbit) {
    String root = settings.root(seen.directive().type()).toString();
    Volume volume =
        new VolumeBuilder()
            .withName(ROOT_VOLUME)
            .withHostPath(new HostPathVolumeSource(root, "Directory"))
            .build();
    return new PodSpecBuilder()
        .withRestartPolicy("Never")
        .withAutomountServiceAccountToken(false)
        .withEnableServiceLinks(false)
        .withNodeSelector(Map.of("kubernetes.io/hostname", rabbit))
        .withTolerations(new Toleration("NoSchedule", Labels.RABBIT_NODE, "Equal", null, "true"))
        .withContainers(container(seen, verb, rabbit, root))
        .withVolumes(volume)
        .build();
  }

  private Container container(SeenStorage seen, Verb verb, String rabbit, String root) {
    return new ContainerBuilder()
        .withName("directory")
        .withImage(settings.image())
        .withImagePullPolicy("IfNotPresent")
        .withCommand("/opt/java/bin/java")
        .withArgs(arguments(seen, verb, rabbit, root))
        .withTerminationMessagePolicy("FallbackToLogsOnError")
        .addNewVolumeMount()
        .withName(ROOT_VOLUME)
        .withMountPath(root)
        .endVolumeMount()
        .withNewResources()
        .withRequests(Map.of("cpu", new Quantity("10m"), "memory", new Quantity("64Mi")))
        .withLimits(Map.of("memory", new Quantity("256Mi")))
        .endResources()
        .withNewSecurityContext()
        .withRunAsUser(0L)
        .withRunAsGroup(0L)
        .withPrivileged(false)
        .withAllowPrivilegeEscalation(false)
        .withReadOnlyRootFilesystem(true)
        .withNewCapabilities()
        .withDrop("ALL")
        .withAdd("CHOWN", "FOWNER", "DAC_OVERRIDE")
        .endCapabilities()
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .endSecurityContext()
        .build();
  }

  private static List<String> arguments(SeenStorage seen, Verb verb, String rabbit, String root) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                "/opt/warren/lib/*",
                "warren.operator.directory.DirectoryMain",
                verb.word(),
                root,
                StoragePaths.directory(seen.workflow().uid(), index(seen))));
    if (verb == Verb.MAKE) {
      arguments.add(Long.toString(seen.user().uid()));
      arguments.add(Long.toString(seen.user().gid()));
      computeDirectories(seen, rabbit).forEach(arguments::add);
    }
    return arguments;
  }

  private static Stream<String> computeDirectories(SeenStorage seen, String rabbit) {
    return seen.directive().type().isPerCompute()
        ? seen.places().machine().placesOn(rabbit, seen.computes()).stream()
            .map(place -> StoragePaths.computeDirectory(place.rabbit(), place.index()))
        : Stream.of();
  }

  private static ObjectMetaBuilder meta(SeenStorage seen) {
    WorkflowIdentity workflow = seen.workflow();
    return new ObjectMetaBuilder().withLabels(Labels.of(workflow, index(seen)));
  }

  private static Map<String, String> own(SeenStorage seen) {
    return Map.of(
        Labels.WORKFLOW_UID,
        seen.workflow().uid(),
        Labels.DIRECTIVE_INDEX,
        Integer.toString(index(seen)));
  }

  /** What was asked for, which a directory does not enforce; a claim of nothing is not accepted. */
  private static Quantity capacity(SeenStorage seen) {
    return new Quantity(Long.toString(Math.max(1, seen.directive().capacity().bytes())));
  }

  private static int index(SeenStorage seen) {
    return seen.directive().index();
  }
}
