package warren.operator.storage;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.HostPathVolumeSource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import warren.api.RabbitDirectory;
import warren.dw.FileSystemType;
import warren.names.Labels;
import warren.names.Names;
import warren.names.StoragePaths;
import warren.names.WorkflowIdentity;
import warren.operator.decision.Ownership;

/** The objects of storage in directories. Pure. */
final class DirectoryObjects {
  private static final String READ_WRITE_MANY = "ReadWriteMany";

  private final StorageSettings settings;

  DirectoryObjects(StorageSettings settings) {
    this.settings = requireNonNull(settings, "settings");
  }

  /**
   * The claim that pods mount. Its selector keeps it from any volume but its own; a volume's name
   * in it would too, but then the binder takes notice of the volume only at its next round, seconds
   * later.
   */
  PersistentVolumeClaim claim(StorageRequest request) {
    return new PersistentVolumeClaimBuilder()
        .withMetadata(
            meta(request)
                .withNamespace(request.workflow().namespace())
                .withName(Names.claim(request.workflow().name(), index(request)))
                .withAnnotations(Map.of(FoundStorage.RABBITS, String.join(",", request.rabbits())))
                .withOwnerReferences(Ownership.reference(request.workflow()))
                .build())
        .withNewSpec()
        .withAccessModes(READ_WRITE_MANY)
        .withStorageClassName("")
        .withNewSelector()
        .withMatchLabels(own(request))
        .endSelector()
        .withNewResources()
        .withRequests(Map.of("storage", capacity(request)))
        .endResources()
        .endSpec()
        .build();
  }

  /** On each node that node's own directory of this path; for this very claim. */
  PersistentVolume volume(StorageRequest request, PersistentVolumeClaim claim) {
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
                settings.root(request.directive().type()), request.workflow().uid(), index(request))
            .toString();
    return new PersistentVolumeBuilder()
        .withMetadata(
            meta(request)
                .withName(Names.volume(request.workflow().uid(), index(request)))
                .withAnnotations(
                    Map.of(FoundStorage.RABBITS, String.join(",", FoundStorage.rabbits(claim))))
                .build())
        .withNewSpec()
        .withAccessModes(READ_WRITE_MANY)
        .withStorageClassName("")
        .withPersistentVolumeReclaimPolicy("Retain")
        .withCapacity(Map.of("storage", capacity(request)))
        .withClaimRef(claimant)
        .withHostPath(new HostPathVolumeSource(directory, "Directory"))
        .endSpec()
        .build();
  }

  /** Asks the agent on a Rabbit for the directory, and for those of the computes there. */
  RabbitDirectory directory(StorageRequest request, String rabbit) {
    FileSystemType type = request.directive().type();
    return directory(
        request.workflow(),
        index(request),
        new RabbitDirectory.Spec(
            rabbit,
            type.isPerCompute() ? RabbitDirectory.LOCAL : RabbitDirectory.SHARED,
            StoragePaths.directory(request.workflow().uid(), index(request)),
            new RabbitDirectory.Owner(request.user().uid(), request.user().gid(), null),
            new ArrayList<>(computeDirectories(request, rabbit).toList()),
            RabbitDirectory.PRESENT,
            null));
  }

  /**
   * Asks the agent on a Rabbit to remove the directory, where nobody has asked for it; empty when
   * the volume is none of a directory below one of our roots. The owner does not count.
   */
  Optional<RabbitDirectory> absent(FoundStorage found, String rabbit) {
    return root(found)
        .map(
            root ->
                directory(
                    found.workflow(),
                    found.directive(),
                    new RabbitDirectory.Spec(
                        rabbit,
                        root,
                        StoragePaths.directory(found.workflow().uid(), found.directive()),
                        new RabbitDirectory.Owner(1L, 0L, null),
                        new ArrayList<>(),
                        RabbitDirectory.ABSENT,
                        null)));
  }

  /** The root below which the volume is, as a RabbitDirectory names it. */
  Optional<String> root(FoundStorage found) {
    return found
        .volume()
        .map(volume -> volume.getSpec().getHostPath())
        .map(HostPathVolumeSource::getPath)
        .flatMap(path -> root(Path.of(path), found));
  }

  private Optional<String> root(Path path, FoundStorage found) {
    if (!path.endsWith(StoragePaths.directory(found.workflow().uid(), found.directive()))) {
      return Optional.empty();
    }
    if (settings.localRoot().equals(path.getParent())) {
      return Optional.of(RabbitDirectory.LOCAL);
    }
    return settings.sharedRoot().equals(path.getParent())
        ? Optional.of(RabbitDirectory.SHARED)
        : Optional.empty();
  }

  private RabbitDirectory directory(
      WorkflowIdentity workflow, int directive, RabbitDirectory.Spec spec) {
    Map<String, String> labels = new HashMap<>(Labels.of(workflow, directive));
    labels.put(Labels.RABBIT, Names.rabbitLabel(spec.rabbit()));
    RabbitDirectory directory = new RabbitDirectory();
    directory.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(settings.systemNamespace())
            .withName(Names.rabbitDirectory(workflow.uid(), directive, spec.rabbit()))
            .withLabels(labels)
            .build());
    directory.setSpec(spec);
    return directory;
  }

  private static Stream<String> computeDirectories(StorageRequest request, String rabbit) {
    return request.directive().type().isPerCompute()
        ? request.places().machine().placesOn(rabbit, request.places().computes()).stream()
            .map(place -> StoragePaths.computeDirectory(place.rabbit(), place.index()))
        : Stream.of();
  }

  private static ObjectMetaBuilder meta(StorageRequest request) {
    return new ObjectMetaBuilder().withLabels(Labels.of(request.workflow(), index(request)));
  }

  private static Map<String, String> own(StorageRequest request) {
    return Map.of(
        Labels.WORKFLOW_UID,
        request.workflow().uid(),
        Labels.DIRECTIVE_INDEX,
        Integer.toString(index(request)));
  }

  /** What was asked for, which a directory does not enforce; a claim of nothing is not accepted. */
  private static Quantity capacity(StorageRequest request) {
    return new Quantity(Long.toString(Math.max(1, request.directive().capacity().bytes())));
  }

  private static int index(StorageRequest request) {
    return request.directive().index();
  }
}
