package warren.api;

import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/** DWS's Workflow. It has no status subresource: status is written like any other field. */
@Group("dataworkflowservices.github.io")
@Version("v1alpha7")
@Kind("Workflow")
@Plural("workflows")
public class Workflow extends OpenResource<WorkflowSpec, WorkflowStatus> {
  private static final long serialVersionUID = 1L;
}
