package warren.cli.plan;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import warren.cli.profile.ProfileSheet;
import warren.cli.show.Sheet;
import warren.dw.DirectiveLine;
import warren.dw.JobDw;
import warren.launch.JobEnvironment;
import warren.launch.Workload;
import warren.names.Names;
import warren.names.StoragePaths;
import warren.plan.ComputePlace;
import warren.plan.ContainerPlan;
import warren.plan.StorageUse;
import warren.profile.ProfileWorkload;

/** A plan for a person. */
final class PlanText {
  private final PlannedJob job;
  private final Sheet sheet = new Sheet();

  private PlanText(PlannedJob job) {
    this.job = job;
  }

  /** The plan, as lines. */
  static List<String> of(PlannedJob job) {
    PlanText text = new PlanText(job);
    text.tellJob();
    job.storages().forEach(text::tellStorage);
    job.plan().containers().forEach(text::tellContainer);
    text.tellObjects();
    return text.sheet.lines();
  }

  private void tellJob() {
    sheet
        .heading("job " + job.script().source())
        .row("user", UserWords.of(job.user()))
        .row(
            "workflow",
            "%s (a placeholder) in namespace %s"
                .formatted(job.workflow().name(), job.workflow().namespace()))
        .row(
            "computes",
            job.computes().stream()
                .map(
                    place -> place.compute() + ", place " + place.index() + " on " + place.rabbit())
                .toList());
    for (DirectiveLine line : job.script().directives()) {
      sheet.row(
          "directive " + line.index(), "line " + line.place().line() + ": " + line.text().strip());
    }
  }

  private void tellStorage(JobDw storage) {
    sheet
        .heading("storage " + storage.name() + " (directive " + storage.index() + ")")
        .row("type", storage.type().word())
        .row("capacity", storage.capacity() + ", not enforced")
        .row("claim", Names.claim(job.workflow().name(), storage.index()))
        .row("mounted at", StoragePaths.mountPath(job.workflow().uid(), storage.index()));
    if (storage.type().isPerCompute()) {
      for (String rabbit : job.rabbits()) {
        sheet.row("below it on " + rabbit, directories(rabbit));
      }
    }
    sheet.row("in the script", "$DW_JOB_" + storage.name().replace('-', '_'));
  }

  private List<String> directories(String rabbit) {
    return job.computes().stream()
        .filter(place -> place.rabbit().equals(rabbit))
        .map(place -> directory(place) + " of " + place.compute())
        .toList();
  }

  private static String directory(ComputePlace place) {
    return StoragePaths.computeDirectory(place.rabbit(), place.index());
  }

  private void tellContainer(ContainerPlan container) {
    Workload workload = job.workload(container);
    int index = container.directive().index();
    sheet
        .heading("container " + container.directive().name() + " (directive " + index + ")")
        .row("profile", container.profile().name())
        .row("pinned as", Names.pinnedProfile(container.of(job.workflow())))
        .row("runs", runs(container.profile().workload()));
    for (StorageUse use : container.storages()) {
      String path = StoragePaths.mountPath(job.workflow().uid(), use.directive());
      sheet.row("mount", path + ": storage of directive " + use.directive());
    }
    if (container.ordinal() > 0) {
      // As status.env has them; those of the first container are the containers' own.
      sheet.row(
          "in the script",
          JobEnvironment.of(workload).entrySet().stream()
              .map(variable -> "$" + variable.getKey() + ": " + variable.getValue())
              .toList());
    }
    sheet
        .row("environment", EnvironmentWords.of(workload.setting()))
        .row(
            "files", workload.setting().files().files().stream().map(file -> file.path()).toList());
    ProfileSheet.tell(container.profile(), sheet);
  }

  private List<String> runs(ProfileWorkload workload) {
    List<String> rabbits = job.rabbits();
    String each = rabbits.size() == 1 ? "on " : "on each of ";
    String where = each + String.join(", ", rabbits);
    return switch (workload) {
      case ProfileWorkload.Single single -> List.of("a pod " + where);
      case ProfileWorkload.Mpi mpi ->
          List.of(
              "a worker " + where,
              "the launcher " + (rabbits.size() == 1 ? where : "on one of them"));
    };
  }

  /** By kind: those of storage and pinning, which others make, and those of the containers. */
  private void tellObjects() {
    String workflow = job.workflow().name();
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (ContainerPlan container : job.plan().containers()) {
      add(names, "NnfContainerProfile", Names.pinnedProfile(container.of(job.workflow())));
    }
    for (JobDw storage : job.storages()) {
      add(names, "PersistentVolumeClaim", Names.claim(workflow, storage.index()));
    }
    for (HasMetadata object : PlanObjects.of(job)) {
      add(names, object.getKind(), object.getMetadata().getName());
    }
    sheet.heading("objects in namespace " + job.workflow().namespace());
    names.forEach(sheet::row);
  }

  private static void add(Map<String, List<String>> names, String kind, String name) {
    names.computeIfAbsent(kind, any -> new ArrayList<>()).add(name);
  }
}
