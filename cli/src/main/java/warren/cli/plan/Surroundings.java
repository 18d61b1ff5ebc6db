package warren.cli.plan;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import warren.cli.job.ChosenComputes;
import warren.cli.site.ClusterAccess;
import warren.cli.site.RunnerSite;
import warren.dw.DirectiveReader;
import warren.dw.Finding;
import warren.dw.JobScript;
import warren.dw.Reading;
import warren.dw.RuleBook;
import warren.plan.ComputePlace;
import warren.plan.JobFacts;
import warren.plan.MachineLayout;
import warren.plan.Planner;
import warren.plan.Planning;
import warren.plan.UserIdentity;
import warren.profile.catalog.FolderProfileCatalog;

/**
 * What the place where a job would run makes of it.
 *
 * @param planning what became of the directives and profiles
 * @param findings what is wrong with the files the profiles came from
 * @param namespace where the job's workflow would be
 */
record Surroundings(
    Planning planning,
    List<Finding> findings,
    UserIdentity user,
    List<ComputePlace> computes,
    String namespace) {
  Surroundings {
    requireNonNull(planning, "planning");
    requireNonNull(user, "user");
    requireNonNull(namespace, "namespace");
    findings = List.copyOf(findings);
    computes = List.copyOf(computes);
  }

  /** By files alone, and by the rules that Warren ships. */
  static Surroundings ofFolder(PlanOptions options, JobScript script) {
    RuleBook rules = options.containers().in(RuleBook.standard());
    Reading reading = new DirectiveReader(rules).read(script);
    FolderProfileCatalog catalog = options.profiles().readFolder();
    UserIdentity user = options.profiles().user(options.user());
    MachineLayout machine =
        options.machine().map(MachineFile::read).orElseGet(() -> aRabbitEach(options.nodes()));
    return new Surroundings(
        new Planner(catalog).plan(reading, user, JobFacts.UNKNOWN.withNodes(options.nodes())),
        catalog.findings(),
        user,
        ChosenComputes.first(options.nodes(), machine),
        RunnerSite.DEFAULT_NAMESPACE);
  }

  /** By the site's cluster, its rules and profiles, which are only read. */
  static Surroundings ofCluster(
      PlanOptions options, JobScript script, Map<String, String> environment) {
    UserIdentity user = options.profiles().user(options.user());
    RunnerSite site = options.profiles().site().find(environment);
    return ClusterAccess.ask(
        site,
        cluster ->
            new Surroundings(
                new Planner(cluster.profiles())
                    .plan(
                        new DirectiveReader(rules(cluster, options, environment)).read(script),
                        user,
                        JobFacts.UNKNOWN.withNodes(options.nodes())),
                List.of(),
                user,
                ChosenComputes.first(options.nodes(), cluster.layout()),
                site.namespace()));
  }

  private static RuleBook rules(
      ClusterAccess cluster, PlanOptions options, Map<String, String> environment) {
    return options.containers().in(cluster.rules(), options.profiles().site(), environment);
  }

  /** The local cluster's machine, with as many nodes as are wanted. */
  private static MachineLayout aRabbitEach(int nodes) {
    return new MachineLayout(
        IntStream.range(0, nodes)
            .mapToObj(index -> new ComputePlace("compute-" + index, "rabbit-" + index, 0))
            .collect(
                Collectors.toMap(
                    ComputePlace::compute,
                    place -> place,
                    (one, other) -> one,
                    LinkedHashMap::new)));
  }
}
