# shellcheck shell=bash disable=SC2034,SC2154
# What compiling an MPI program in C needs; a stage of a build, not something to run.
parent=mpi

make_image() {
  copy_sources Dockerfile
  step "docker build (C compiler, Open MPI's headers)" docker_build
}
