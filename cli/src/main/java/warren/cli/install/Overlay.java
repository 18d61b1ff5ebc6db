package warren.cli.install;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What this installation adds to the manifests of {@code deploy/}: kustomizations that set Warren's
 * images and make further workflow namespaces.
 *
 * @param namespaces workflow namespaces beside {@code default}
 */
record Overlay(WarrenImages images, List<String> namespaces) {
  /** The local cluster's {@code WARREN_CONTAINERS_PER_JOB}. */
  static final int CONTAINERS_PER_JOB = 4;

  Overlay {
    namespaces = List.copyOf(namespaces);
  }

  /** The files, by their paths below a folder that stands beside {@code deploy}. */
  Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    StringBuilder local =
        new StringBuilder(
            """
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            resources:
            - ../deploy
            """);
    for (String namespace : namespaces) {
      local.append("- ").append(namespace).append('\n');
      files.put(namespace + "/kustomization.yaml", namespaceKustomization(namespace));
      files.put(namespace + "/namespace.yaml", namespaceManifest(namespace));
    }
    local.append(
        """
        transformers:
        - ../deploy/settings
        images:
        %s%spatches:
        - patch: |
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: warren-policy
              namespace: warren-system
            data:
              workflowNamespaces: %s
        - target: {kind: Deployment, name: warren-operator}
          patch: |
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: warren-operator
            spec:
              template:
                spec:
                  containers:
                  - name: operator
                    env:
                    - name: WARREN_CONTAINERS_PER_JOB
                      value: "%s"
        """
            .formatted(
                image("warren-operator", images.operator()),
                image("warren-rabbit-agent", images.rabbitAgent()),
                allNamespaces(),
                CONTAINERS_PER_JOB));
    files.put("kustomization.yaml", local.toString());
    return files;
  }

  private static String image(String name, String image) {
    int colon = image.lastIndexOf(':');
    return """
    - name: %s
      newName: %s
      newTag: "%s"
    """
        .formatted(name, image.substring(0, colon), image.substring(colon + 1));
  }

  private String allNamespaces() {
    return namespaces.isEmpty() ? "default" : "default," + String.join(",", namespaces);
  }

  private static String namespaceKustomization(String namespace) {
    return """
    apiVersion: kustomize.config.k8s.io/v1beta1
    kind: Kustomization
    namespace: %s
    resources:
    - ../../deploy/workflow-namespace
    - namespace.yaml
    """
        .formatted(namespace);
  }

  private static String namespaceManifest(String namespace) {
    return """
    apiVersion: v1
    kind: Namespace
    metadata:
      name: %s
      labels:
        pod-security.kubernetes.io/enforce: restricted
    """
        .formatted(namespace);
  }
}
