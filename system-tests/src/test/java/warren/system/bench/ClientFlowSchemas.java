package warren.system.bench;

import io.fabric8.kubernetes.api.model.flowcontrol.v1.FlowSchema;
import io.fabric8.kubernetes.api.model.flowcontrol.v1.FlowSchemaBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * FlowSchemas by which the API server counts the requests of Warren's own ServiceAccounts by verb.
 * The requests keep the priority that they have anyway. Closing removes them.
 */
final class ClientFlowSchemas implements AutoCloseable {
  /** How their names begin. */
  static final String PREFIX = "bench-";

  private static final int BEFORE_SERVICE_ACCOUNTS = 500;
  private static final List<String> VERBS =
      List.of("get", "list", "watch", "create", "update", "patch", "delete", "deletecollection");

  private final BenchCluster cluster;
  private final List<FlowSchema> schemas = new ArrayList<>();

  /** Creates them. */
  ClientFlowSchemas(BenchCluster cluster) {
    this.cluster = cluster;
    for (String account : List.of("warren-operator", "warren-runner")) {
      VERBS.forEach(verb -> schemas.add(schema(account, verb)));
    }
    schemas.forEach(
        schema -> cluster.client().resource(schema).createOr(stored -> stored.update()));
  }

  private static FlowSchema schema(String account, String verb) {
    return new FlowSchemaBuilder()
        .withNewMetadata()
        .withName(PREFIX + account + "-" + verb.toLowerCase(Locale.ROOT))
        .endMetadata()
        .withNewSpec()
        .withMatchingPrecedence(BEFORE_SERVICE_ACCOUNTS)
        .withNewPriorityLevelConfiguration("workload-low")
        .withNewDistinguisherMethod("ByUser")
        .addNewRule()
        .addNewSubject()
        .withKind("ServiceAccount")
        .withNewServiceAccount(account, "warren-system")
        .endSubject()
        .addNewResourceRule()
        .withVerbs(verb)
        .withApiGroups("*")
        .withResources("*")
        .withClusterScope(true)
        .withNamespaces("*")
        .endResourceRule()
        .endRule()
        .endSpec()
        .build();
  }

  @Override
  public void close() {
    schemas.forEach(schema -> cluster.client().resource(schema).delete());
  }
}
