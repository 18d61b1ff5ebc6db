package warren.operator.loop;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.net.URLDecoder;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands between a client and any API server: notes the calls that are about a workflow, and lets
 * one of them fail once. A call is known by its method, by its address without the workflow's own
 * name and UID, and by how often it was made before; so the same call is found in another run, and
 * of another workflow. Lists and watches of all workflows are none of a workflow's calls.
 */
final class FaultInjector implements Interceptor {
  /** How a call fails. */
  enum Fault {
    SERVER_ERROR("500"),
    CONFLICT("409"),
    /** No answer comes: a read is not answered, a write is carried out and its answer lost. */
    TIME_OUT("time-out");

    private final String title;

    Fault(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /**
   * One call of a workflow.
   *
   * @param request method and address
   * @param before how many of the same were made before
   */
  record Call(String request, int before) implements Comparable<Call> {
    /** Whether only the Workflow itself could tell of its failure, and cannot be written then. */
    boolean isOfTheWorkflowItself() {
      return request.contains(WORKFLOWS);
    }

    @Override
    public int compareTo(Call other) {
      int order = request.compareTo(other.request);
      return order == 0 ? Integer.compare(before, other.before) : order;
    }

    @Override
    public String toString() {
      return request + (before == 0 ? "" : " (" + (before + 1) + ".)");
    }
  }

  /** In the message of every injected failure that has words. */
  static final String WORDS = "injected fault";

  private static final String WORKFLOWS = "/workflows/";

  private record Plan(Call call, Fault fault) {}

  private final Map<String, String> uids = new ConcurrentHashMap<>();
  private final Map<String, Plan> plans = new ConcurrentHashMap<>();
  private final Map<String, List<Call>> calls = new ConcurrentHashMap<>();
  private final Map<String, Boolean> lost = new ConcurrentHashMap<>();
  private final Set<String> injected = ConcurrentHashMap.newKeySet();
  private final ThreadLocal<Boolean> loses = ThreadLocal.withInitial(() -> false);

  /** Follows the calls of this workflow from now on. */
  void follow(String workflow) {
    calls.put(workflow, new CopyOnWriteArrayList<>());
  }

  /** Follows, and lets this call fail. */
  void follow(String workflow, Call call, Fault fault) {
    plans.put(workflow, new Plan(call, fault));
    follow(workflow);
  }

  /** Tells a workflow's UID, which stands in some names. */
  void knows(String workflow, String uid) {
    uids.put(uid, workflow);
  }

  List<Call> calls(String workflow) {
    return List.copyOf(calls.get(workflow));
  }

  /** Whether the planned call was made, and failed. */
  boolean hasInjected(String workflow) {
    return injected.contains(workflow);
  }

  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    loses.set(false);
    String address = address(request);
    if (address.contains("watch=true")) {
      return;
    }
    String everything = address + " " + Optional.ofNullable(request.bodyString()).orElse("");
    Optional<String> workflow = workflow(everything);
    if (workflow.isEmpty()) {
      return;
    }
    Call call = note(workflow.get(), request.method() + " " + neutral(address, workflow.get()));
    Plan plan = plans.get(workflow.get());
    if (plan != null && plan.call().equals(call) && injected.add(workflow.get())) {
      fail(plan.fault(), request);
    }
  }

  /** Whether the Workflow's first write after the fault was made from an old version, and lost. */
  boolean lostItsMessage(String workflow) {
    return Boolean.TRUE.equals(lost.get(workflow));
  }

  @Override
  public void after(
      HttpRequest request,
      HttpResponse<?> response,
      AsyncBody.Consumer<List<ByteBuffer>> consumer) {
    String path = request.uri().getPath();
    if ("PATCH".equals(request.method()) && path.contains(WORKFLOWS)) {
      String workflow = path.substring(path.lastIndexOf('/') + 1);
      if (injected.contains(workflow)) {
        lost.putIfAbsent(workflow, !response.isSuccessful());
      }
    }
  }

  @Override
  public AsyncBody.Consumer<List<ByteBuffer>> consumer(
      AsyncBody.Consumer<List<ByteBuffer>> consumer, HttpRequest request) {
    if (!loses.get()) {
      return consumer;
    }
    loses.set(false);
    return (value, body) -> {
      throw new HttpTimeoutException("request timed out");
    };
  }

  private synchronized Call note(String workflow, String request) {
    List<Call> made = calls.get(workflow);
    Call call =
        new Call(
            request, (int) made.stream().filter(other -> other.request().equals(request)).count());
    made.add(call);
    return call;
  }

  private void fail(Fault fault, HttpRequest request) {
    switch (fault) {
      case SERVER_ERROR -> throw answered(500, "InternalError", request);
      case CONFLICT -> throw answered(409, "Conflict", request);
      case TIME_OUT -> {
        if ("GET".equals(request.method())) {
          throw new KubernetesClientException(
              "An error has occurred.", new HttpTimeoutException("request timed out"));
        }
        loses.set(true);
      }
    }
  }

  private static KubernetesClientException answered(int code, String reason, HttpRequest request) {
    Status status =
        new StatusBuilder()
            .withStatus("Failure")
            .withCode(code)
            .withReason(reason)
            .withMessage(WORDS)
            .build();
    return new KubernetesClientException(
        "Failure executing: " + request.method() + " at: " + request.uri() + ". Message: " + WORDS,
        null,
        code,
        status,
        request);
  }

  private Optional<String> workflow(String text) {
    List<String> names = new ArrayList<>(calls.keySet());
    return names.stream()
        .filter(text::contains)
        .findFirst()
        .or(
            () ->
                uids.entrySet().stream()
                    .filter(known -> text.contains(known.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst());
  }

  private String neutral(String address, String workflow) {
    String neutral = address.replace(workflow, "{workflow}");
    for (Map.Entry<String, String> known : uids.entrySet()) {
      neutral = neutral.replace(known.getKey(), "{uid}");
    }
    return neutral;
  }

  private static String address(HttpRequest request) {
    String query = request.uri().getRawQuery();
    return request.uri().getPath()
        + (query == null ? "" : "?" + URLDecoder.decode(query, StandardCharsets.UTF_8));
  }
}
