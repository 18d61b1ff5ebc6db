package warren.operator.decision;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;

/** A change of the cluster that a decision asks for. Each is safe to repeat. */
public sealed interface Action {
  /** Make this object, unless the workflow has it already. */
  record Create(HasMetadata object) implements Action {
    public Create {
      requireNonNull(object, "object");
    }
  }

  /**
   * Delete this very object, told by its UID; what the object owns follows.
   *
   * @param atOnce whether a pod goes before its kubelet has cleared up; only for a pod whose
   *     containers have all ended
   */
  record Delete(HasMetadata object, boolean atOnce) implements Action {
    public Delete {
      requireNonNull(object, "object");
    }

    /** Delete an object; a pod goes when its kubelet has ended the containers and cleared up. */
    public Delete(HasMetadata object) {
      this(object, false);
    }
  }

  /**
   * Make an immutable copy of a Secret, unless there is one already. What is in it stays out of
   * decisions: the executor alone sees it.
   *
   * @param namespace the original's
   * @param name the original's
   * @param resourceVersion the original's when it was judged; another one is not copied
   * @param copy the copy's metadata
   */
  record CopySecret(String namespace, String name, String resourceVersion, ObjectMeta copy)
      implements Action {
    public CopySecret {
      requireNonNull(namespace, "namespace");
      requireNonNull(name, "name");
      requireNonNull(resourceVersion, "resourceVersion");
      requireNonNull(copy, "copy");
    }
  }

  /**
   * Replace one value in this very object, told by its UID; does nothing when it is gone.
   *
   * @param path of the value, as a JSON pointer
   * @param value the new value, a string
   */
  record Replace(HasMetadata object, String path, String value) implements Action {
    public Replace {
      requireNonNull(object, "object");
      requireNonNull(path, "path");
      requireNonNull(value, "value");
    }
  }

  /** End what still runs of a pod, which then counts as failed, but keep the pod. */
  record End(Pod pod) implements Action {
    public End {
      requireNonNull(pod, "pod");
    }
  }

  /** End the Job's pods and count it as failed, but keep it. */
  record Stop(Job job) implements Action {
    public Stop {
      requireNonNull(job, "job");
    }
  }
}
