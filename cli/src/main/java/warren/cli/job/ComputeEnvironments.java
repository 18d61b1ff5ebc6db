package warren.cli.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import warren.cli.site.RunnerSite;
import warren.dw.Directive;
import warren.dw.JobDw;
import warren.names.StoragePaths;
import warren.plan.ComputePlace;

/**
 * The variables of each compute of a job. The workflow speaks of mount paths on computes; this
 * machine plays the computes, so each mount path becomes the directory behind it.
 */
public final class ComputeEnvironments {
  /** What of the workflow's variables is for the job; the others could change its programs. */
  private static final Pattern OURS = Pattern.compile("(DW|NNF|WARREN)_[A-Za-z0-9_]*");

  /** What no file of lines, or no process, can hold. */
  private static final Pattern UNUSABLE = Pattern.compile("[\n\0]");

  private ComputeEnvironments() {}

  /**
   * One map of variables per compute, in their order. Only the names that begin with {@code DW_},
   * {@code NNF_} or {@code WARREN_} are passed on, and no value of several lines.
   *
   * @param workflowUid computes the directories' names
   * @param status the workflow's {@code status.env}
   * @throws IllegalStateException when the site has no root for a storage; see {@link
   *     #missingRoots}
   */
  public static List<Map<String, String>> of(
      String workflowUid,
      Map<String, String> status,
      List<Directive> directives,
      List<ComputePlace> computes,
      RunnerSite site) {
    List<Map<String, String>> environments = new ArrayList<>();
    for (ComputePlace compute : computes) {
      Map<String, String> directories = directories(workflowUid, directives, compute, site);
      Map<String, String> environment = new LinkedHashMap<>();
      status.forEach(
          (name, value) -> {
            if (OURS.matcher(name).matches() && !UNUSABLE.matcher(value).find()) {
              environment.put(name, directories.getOrDefault(value, value));
            }
          });
      environment.putAll(
          place(
              compute.compute(),
              environments.size(),
              computes.stream().map(ComputePlace::compute).toList()));
      environments.add(environment);
    }
    return List.copyOf(environments);
  }

  /** The variables of computes without a workflow: only who and how many they are. */
  public static List<Map<String, String>> withoutWorkflow(List<String> computes) {
    List<Map<String, String>> environments = new ArrayList<>();
    for (String compute : computes) {
      environments.add(place(compute, environments.size(), computes));
    }
    return List.copyOf(environments);
  }

  /**
   * What the site file lacks for these directives on these computes, in words; empty when nothing.
   */
  public static List<String> missingRoots(
      List<Directive> directives, List<ComputePlace> computes, RunnerSite site) {
    List<JobDw> storages = storages(directives);
    List<String> missing = new ArrayList<>();
    if (storages.stream().anyMatch(s -> !s.type().isPerCompute()) && site.sharedRoot().isEmpty()) {
      missing.add("sharedRoot");
    }
    if (storages.stream().anyMatch(s -> s.type().isPerCompute())) {
      computes.stream()
          .map(ComputePlace::rabbit)
          .distinct()
          .filter(rabbit -> !site.localRoots().containsKey(rabbit))
          .forEach(rabbit -> missing.add("localRoots." + rabbit));
    }
    return missing;
  }

  private static Map<String, String> place(String compute, int index, List<String> all) {
    return new LinkedHashMap<>(
        Map.of(
            "WARREN_COMPUTE_NAME", compute,
            "WARREN_COMPUTE_INDEX", Integer.toString(index),
            "WARREN_NODES", Integer.toString(all.size()),
            "WARREN_NODE_LIST", String.join(",", all)));
  }

  private static List<JobDw> storages(List<Directive> directives) {
    return directives.stream().filter(JobDw.class::isInstance).map(JobDw.class::cast).toList();
  }

  /** From mount path to directory. */
  private static Map<String, String> directories(
      String workflowUid, List<Directive> directives, ComputePlace compute, RunnerSite site) {
    return storages(directives).stream()
        .collect(
            Collectors.toMap(
                storage -> StoragePaths.mountPath(workflowUid, storage.index()),
                storage -> directory(workflowUid, storage, compute, site).toString()));
  }

  private static Path directory(
      String workflowUid, JobDw storage, ComputePlace compute, RunnerSite site) {
    if (!storage.type().isPerCompute()) {
      Path root = site.sharedRoot().orElseThrow(() -> new IllegalStateException("no shared root"));
      return StoragePaths.under(root, workflowUid, storage.index());
    }
    Path root = site.localRoots().get(compute.rabbit());
    if (root == null) {
      throw new IllegalStateException("no local root for " + compute.rabbit());
    }
    return StoragePaths.under(root, workflowUid, storage.index())
        .resolve(StoragePaths.computeDirectory(compute.rabbit(), compute.index()));
  }
}
