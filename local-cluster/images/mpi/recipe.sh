# shellcheck shell=bash disable=SC2034,SC2154
# What an MPI program needs at run time.
parent=base

make_image() {
  copy_sources Dockerfile
  step "docker build (Open MPI, OpenSSH)" docker_build
}
