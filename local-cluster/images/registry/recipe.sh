# shellcheck shell=bash disable=SC2034,SC2154
# A private container registry.
parent=base

make_image() {
  copy_sources Dockerfile entrypoint
  step "docker build" docker_build
}
