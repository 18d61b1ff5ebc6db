package warren.api;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/** DWS's Workflow. It has no status subresource: status is written like any other field. */
@Group("dataworkflowservices.github.io")
@Version("v1alpha7")
@Kind("Workflow")
@Plural("workflows")
public class Workflow extends CustomResource<WorkflowSpec, WorkflowStatus> implements Namespaced {
  private static final long serialVersionUID = 1L;

  @Override
  protected WorkflowSpec initSpec() {
    return null; // a record has no empty instance; what was not read stays absent
  }

  @Override
  protected WorkflowStatus initStatus() {
    return null; // as above
  }
}
