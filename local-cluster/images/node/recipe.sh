# shellcheck shell=bash disable=SC2034,SC2154
# A Kubernetes node that can be used as rancher/k3s is used.
parent=base

make_image() {
  local version major minor
  need_go
  step "test the translation of registries.yaml" go_in kube test ./registries
  version=$(go_in kube list -m -f '{{.Version}}' k8s.io/kubernetes)
  IFS=. read -r major minor _ <<<"${version#v}"
  # Without these settings every program calls itself v0.0.0-master+$Format:%H$, and clients can't tell what it can do.
  local component=k8s.io/component-base/version client=k8s.io/client-go/pkg/version
  step "compile Kubernetes $version and etcd (5 min without Go's cache)" go_build kube "$work/kube" \
    -X "$component.gitVersion=$version" -X "$component.gitMajor=$major" -X "$component.gitMinor=$minor" \
    -X "$component.gitTreeState=clean" -X "$component.gitCommit=module" \
    -X "$client.gitVersion=$version" -X "$client.gitMajor=$major" -X "$client.gitMinor=$minor"
  step "compile CoreDNS (1 min without Go's cache)" go_build coredns "$work/coredns"
  step "compile containerd (3 min without Go's cache)" compile_containerd
  step "compile pause" go_build pause "$work/pause"
  step "pack the images that every node starts with" pack_images
  copy_sources Dockerfile k3s launcher manifests
  step "docker build (runc, CNI plug-ins)" docker_build
}

compile_containerd() {
  local module=github.com/containerd/containerd version program
  version=$(go_in containerd list -m -f '{{.Version}}' "$module")
  for program in containerd containerd-shim-runc-v2 ctr; do
    go_build containerd "$work/containerd/$program" -X "$module/version.Version=$version" "$module/cmd/$program"
  done
}

# These names are known to nodes only: launcher/containerd.sh and manifests/coredns.yaml.
pack_images() {
  local program
  mkdir "$work/images"
  for program in pause coredns; do
    import_program "warren-local/$program:1" "$work/$program"
  done
  docker save -o "$work/images/system.tar" warren-local/pause:1 warren-local/coredns:1
  docker image rm warren-local/pause:1 warren-local/coredns:1
  rm "$work/pause" "$work/coredns"
}
