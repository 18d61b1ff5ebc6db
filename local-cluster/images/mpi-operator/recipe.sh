# shellcheck shell=bash disable=SC2034,SC2154
# Kubeflow's mpi-operator, from its Go module.
parent=
module=github.com/kubeflow/mpi-operator

make_image() {
  need_go
  step "compile mpi-operator (4 min without Go's cache)" go_build . "$work/mpi-operator" "$module/cmd/mpi-operator"
  step "docker import" import_program "$tag" "$work/mpi-operator"
}

# print_manifest IMAGE: upstream's own, with another image. Upstream does not say when to pull it.
print_manifest() {
  local folder
  image=mpi-operator
  need_go
  go_in . mod download "$module" >&2
  folder=$(go_in . list -m -f '{{.Dir}}' "$module")
  sed -E "s#^( *)image: .*mpi-operator.*#\\1image: $1\\n\\1imagePullPolicy: IfNotPresent#" \
    "$folder/deploy/v2beta1/mpi-operator.yaml"
}
