package warren.operator.storage;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.HostPathVolumeSource;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import warren.dw.Capacity;
import warren.dw.FileSystemType;
import warren.dw.JobDw;
import warren.names.Labels;
import warren.names.WorkflowIdentity;
import warren.operator.decision.Decision;
import warren.operator.decision.Ownership;
import warren.operator.driver.JobPlaces;
import warren.plan.UserIdentity;

/**
 * Decides how the storage of a workflow goes that does not exist any more: as that of any other,
 * for what is left of it says all that has to be known. Pure.
 */
public final class OrphanedStorage {
  private final StorageSettings settings;
  private final StorageRemoval removal;

  public OrphanedStorage(StorageSettings settings) {
    this.settings = requireNonNull(settings, "settings");
    this.removal = new StorageRemoval(new StorageObjects(settings));
  }

  /**
   * What is left of one storage directive.
   *
   * @param directive its index
   */
  public record Remains(
      WorkflowIdentity workflow,
      int directive,
      List<Job> jobs,
      Optional<PersistentVolumeClaim> claim,
      Optional<PersistentVolume> volume) {
    public Remains {
      requireNonNull(workflow, "workflow");
      jobs = List.copyOf(jobs);
      requireNonNull(claim, "claim");
      requireNonNull(volume, "volume");
    }

    /** Those of these objects that belong to the workflow, and to this directive by their label. */
    public static Remains among(
        List<HasMetadata> objects, WorkflowIdentity workflow, int directive) {
      List<HasMetadata> own =
          objects.stream()
              .filter(object -> Ownership.isOf(object, workflow))
              .filter(
                  object ->
                      Integer.toString(directive).equals(label(object, Labels.DIRECTIVE_INDEX)))
              .toList();
      return new Remains(
          workflow,
          directive,
          of(Job.class, own).toList(),
          of(PersistentVolumeClaim.class, own).findFirst(),
          of(PersistentVolume.class, own).findFirst());
    }

    private static String label(HasMetadata object, String key) {
      Map<String, String> labels = object.getMetadata().getLabels();
      return labels == null ? null : labels.get(key);
    }

    private static <T extends HasMetadata> Stream<T> of(Class<T> type, List<HasMetadata> objects) {
      return objects.stream().filter(type::isInstance).map(type::cast);
    }

    private List<DirectoryWork> work() {
      return jobs.stream().flatMap(job -> DirectoryWork.of(job).stream()).toList();
    }

    /** The folders of the nodes in which its directories are. */
    private List<Path> roots() {
      List<Path> roots = new ArrayList<>();
      volume
          .map(found -> found.getSpec().getHostPath())
          .map(HostPathVolumeSource::getPath)
          .map(path -> Path.of(path).getParent())
          .ifPresent(roots::add);
      jobs.stream()
          .flatMap(job -> job.getSpec().getTemplate().getSpec().getVolumes().stream())
          .filter(mounted -> mounted.getHostPath() != null)
          .map(mounted -> Path.of(mounted.getHostPath().getPath()))
          .forEach(roots::add);
      return roots;
    }
  }

  /**
   * What to do next.
   *
   * @return empty when the directories are in none of the folders this operator looks after
   */
  public Optional<Decision> decide(Remains remains, Instant now) {
    return type(remains)
        .map(
            type ->
                removal.decide(
                    new SeenStorage(
                        remains.workflow(),
                        // Neither counts for what is removed.
                        new UserIdentity(0, 0),
                        new JobDw(
                            remains.directive(),
                            "orphaned",
                            type,
                            new Capacity("1KB", 1_000),
                            Optional.empty(),
                            List.of()),
                        new JobPlaces(List.of(), Optional.empty()),
                        remains.work(),
                        Map.of(),
                        remains.claim(),
                        remains.volume(),
                        true),
                    now));
  }

  /** A type whose directories are in the same folder. */
  private Optional<FileSystemType> type(Remains remains) {
    List<Path> roots = remains.roots();
    return Stream.of(FileSystemType.GFS2, FileSystemType.LUSTRE)
        .filter(type -> roots.stream().allMatch(settings.root(type)::equals))
        .findFirst();
  }
}
