package warren.system.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How many requests the API server has answered, by verb and resource and by who asked.
 *
 * @param byResource such as {@code PATCH workflows/status}
 * @param byClient the name of the FlowSchema that took the request, see {@link ClientFlowSchemas}
 */
record ApiRequestCounts(Map<String, Double> byResource, Map<String, Double> byClient) {
  ApiRequestCounts {
    byResource = Map.copyOf(byResource);
    byClient = Map.copyOf(byClient);
  }

  /** The counts until now. A watch is counted when it ends. */
  static ApiRequestCounts now(BenchCluster cluster) {
    PrometheusScrape scrape = cluster.apiServer();
    return new ApiRequestCounts(
        sums(
            scrape.of("apiserver_request_total"),
            sample ->
                sample.label("verb")
                    + " "
                    + sample.label("resource")
                    + (sample.label("subresource").isEmpty()
                        ? ""
                        : "/" + sample.label("subresource"))),
        sums(
            scrape.of("apiserver_flowcontrol_dispatched_requests_total"),
            sample -> sample.label("flow_schema")));
  }

  private static Map<String, Double> sums(
      List<PrometheusScrape.Sample> samples, Function<PrometheusScrape.Sample, String> key) {
    Map<String, Double> sums = new TreeMap<>();
    samples.forEach(sample -> sums.merge(key.apply(sample), sample.value(), Double::sum));
    return sums;
  }

  /** What was added since {@code before}. */
  ApiRequestCounts since(ApiRequestCounts before) {
    return new ApiRequestCounts(
        difference(byResource, before.byResource), difference(byClient, before.byClient));
  }

  private static Map<String, Double> difference(
      Map<String, Double> after, Map<String, Double> before) {
    Map<String, Double> difference = new TreeMap<>();
    after.forEach((key, count) -> difference.put(key, count - before.getOrDefault(key, 0.0)));
    return difference;
  }
}
