package warren.apiserver;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** A failure that knows which request failed. */
final class FailedRequestException extends KubernetesClientException {
  private static final long serialVersionUID = 1L;

  private final transient ApiRequest request;
  private final transient KubernetesClientException failure;

  FailedRequestException(ApiRequest request, KubernetesClientException failure) {
    super(failure.getMessage(), failure);
    this.request = requireNonNull(request, "request");
    this.failure = failure;
  }

  ApiRequest request() {
    return request;
  }

  @Override
  public int getCode() {
    return failure.getCode();
  }

  @Override
  public Status getStatus() {
    return failure.getStatus();
  }
}
