package warren.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import warren.names.Labels;

/**
 * Lists each object of each kind that the cluster can list, but for Events, which tell of what was.
 */
final class ClusterObjects {
  private static final String METADATA =
      "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";
  private static final int OK = 200;

  private final KubernetesClient client;
  private final List<Kind> kinds = new ArrayList<>();

  /**
   * An object.
   *
   * @param namespace empty when it is in none
   * @param workflowNamespace where the workflow is that it was made for; empty when it does not say
   */
  record Seen(String kind, String namespace, String name, String workflowNamespace) {
    private static Seen of(Kind kind, JsonNode metadata) {
      return new Seen(
          kind.name(),
          metadata.path("namespace").asText(),
          metadata.path("name").asText(),
          metadata.path("labels").path(Labels.WORKFLOW_NAMESPACE).asText());
    }
  }

  private record Kind(String name, String path) {}

  /** Asks for the kinds, once. */
  ClusterObjects(KubernetesClient client) {
    this.client = client;
    add("api/v1/", client.getApiResources("v1"));
    client
        .getApiGroups()
        .getGroups()
        .forEach(
            group -> {
              String version = group.getPreferredVersion().getGroupVersion();
              add("apis/" + version + "/", client.getApiResources(version));
            });
  }

  private void add(String path, APIResourceList resources) {
    resources.getResources().stream()
        .filter(resource -> resource.getVerbs().contains("list"))
        .filter(resource -> !List.of("Event", "ComponentStatus").contains(resource.getKind()))
        .forEach(resource -> kinds.add(new Kind(resource.getKind(), path + resource.getName())));
  }

  /** Those that are there now. */
  List<Seen> all() {
    // Asked for all at once: one after the other takes ten times as long.
    List<CompletableFuture<Stream<Seen>>> lists = kinds.stream().map(this::list).toList();
    return lists.stream().flatMap(CompletableFuture::join).toList();
  }

  private CompletableFuture<Stream<Seen>> list(Kind kind) {
    return client
        .getHttpClient()
        .sendAsync(
            client
                .getHttpClient()
                .newHttpRequestBuilder()
                .uri(client.getMasterUrl() + kind.path())
                .header("Accept", METADATA)
                .build(),
            String.class)
        .thenApply(answer -> seen(kind, answer));
  }

  private static Stream<Seen> seen(Kind kind, HttpResponse<String> answer) {
    if (answer.code() != OK) {
      throw new IllegalStateException(
          "%s cannot be listed: %d %s".formatted(kind.path(), answer.code(), answer.body()));
    }
    JsonNode items = Serialization.unmarshal(answer.body(), JsonNode.class).path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> Seen.of(kind, item.path("metadata")));
  }
}
