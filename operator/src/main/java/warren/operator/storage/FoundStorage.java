package warren.operator.storage;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import warren.api.RabbitDirectory;
import warren.names.Labels;
import warren.names.WorkflowIdentity;
import warren.operator.decision.Ownership;

/**
 * What there is in the cluster of one storage directive, found by labels: so removal needs neither
 * the directive nor the workflow.
 *
 * @param directive the directive's index
 * @param complaints why directories fail, or who does not answer, by Rabbit
 */
public record FoundStorage(
    WorkflowIdentity workflow,
    int directive,
    List<RabbitDirectory> directories,
    Optional<PersistentVolumeClaim> claim,
    Optional<PersistentVolume> volume,
    Map<String, String> complaints) {
  /** Annotation of claim and volume: the Rabbits that hold directories, separated by commas. */
  static final String RABBITS = "warren.internal/rabbits";

  public FoundStorage {
    requireNonNull(workflow, "workflow");
    directories = List.copyOf(directories);
    requireNonNull(claim, "claim");
    requireNonNull(volume, "volume");
    complaints = Map.copyOf(complaints);
  }

  /** Those of these objects that are of the workflow and the directive, by their labels. */
  public static FoundStorage among(
      Stream<? extends HasMetadata> objects, WorkflowIdentity workflow, int directive) {
    List<HasMetadata> own =
        objects
            .filter(object -> Ownership.isOf(object, workflow))
            .filter(object -> Integer.toString(directive).equals(label(object)))
            .<HasMetadata>map(object -> object)
            .toList();
    return new FoundStorage(
        workflow,
        directive,
        of(RabbitDirectory.class, own).filter(found -> found.getSpec() != null).toList(),
        of(PersistentVolumeClaim.class, own).findFirst(),
        of(PersistentVolume.class, own).findFirst(),
        Map.of());
  }

  /** The same with what is wrong on Rabbits. */
  FoundStorage with(Map<String, String> words) {
    return new FoundStorage(workflow, directive, directories, claim, volume, words);
  }

  Optional<RabbitDirectory> on(String rabbit) {
    return directories.stream()
        .filter(directory -> rabbit.equals(directory.getSpec().rabbit()))
        .findFirst();
  }

  /** Where directories may be: where the volume says, and where some were asked for. */
  Set<String> rabbits() {
    Set<String> rabbits = new LinkedHashSet<>();
    volume.map(FoundStorage::rabbits).ifPresent(rabbits::addAll);
    directories.forEach(directory -> rabbits.add(directory.getSpec().rabbit()));
    return rabbits;
  }

  /** The Rabbits of which a claim or a volume says that they hold directories. */
  static List<String> rabbits(HasMetadata object) {
    Map<String, String> annotations = object.getMetadata().getAnnotations();
    String names = annotations == null ? null : annotations.get(RABBITS);
    return names == null || names.isEmpty() ? List.of() : List.of(names.split(","));
  }

  /** On which Rabbits, and what is wrong there: {@code rabbit-0 (no space), rabbit-1}. */
  String told(Set<String> rabbits) {
    return String.join(
        ", ",
        rabbits.stream()
            .map(
                rabbit ->
                    complaints.containsKey(rabbit)
                        ? rabbit + " (" + complaints.get(rabbit) + ")"
                        : rabbit)
            .toList());
  }

  private static String label(HasMetadata object) {
    Map<String, String> labels = object.getMetadata().getLabels();
    return labels == null ? null : labels.get(Labels.DIRECTIVE_INDEX);
  }

  private static <T> Stream<T> of(Class<T> type, List<HasMetadata> objects) {
    return objects.stream().filter(type::isInstance).map(type::cast);
  }
}
