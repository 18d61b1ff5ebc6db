package warren.operator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestLabelsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /api/v1/namespaces/default/pods                                  | list             | pods
          GET    | /api/v1/namespaces/default/pods/wf-rabbit-0                      | get              | pods
          GET    | /api/v1/namespaces/default/pods/wf-rabbit-0/log?tailLines=20     | get              | pods/log
          GET    | /api/v1/namespaces/default/pods?labelSelector=a&watch=true       | watch            | pods
          GET    | /api/v1/persistentvolumes                                        | list             | persistentvolumes
          GET    | /api/v1/namespaces                                               | list             | namespaces
          GET    | /api/v1/namespaces/default                                       | get              | namespaces
          POST   | /apis/batch/v1/namespaces/warren-system/jobs?dryRun=All          | create           | jobs
          PUT    | /apis/coordination.k8s.io/v1/namespaces/warren-system/leases/a   | update           | leases
          PATCH  | /apis/dataworkflowservices.github.io/v1alpha7/namespaces/d/workflows/pods | patch   | workflows
          DELETE | /apis/batch/v1/namespaces/d/jobs/wf                              | delete           | jobs
          DELETE | /apis/batch/v1/namespaces/d/jobs                                 | deletecollection | jobs
          GET    | /api                                                             | get              | discovery
          GET    | /apis                                                            | get              | discovery
          GET    | /apis/kubeflow.org/v2beta1                                       | get              | discovery
          GET    | /version                                                         | get              | discovery
          GET    | /healthz                                                         | get              | other
          GET    | /                                                                | get              | other
          BREW   | /api/v1/pods                                                     | other            | pods
          GET    | /api/v1/Secret-of-Dean                                           | list             | other
          GET    | ws://10.0.0.1:443/api/v1/pods?watch=true                         | watch            | pods
          """)
  void verbAndResourceAreReadFromTheAddress(
      String method, String uri, String verb, String resource) {
    assertThat(RequestLabels.of(method, URI.create(uri)))
        .isEqualTo(new RequestLabels(verb, resource));
  }
}
