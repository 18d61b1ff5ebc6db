# shellcheck shell=bash disable=SC2034,SC2154
# What Testcontainers calls Ryuk: removes what a test left behind.
parent=

make_image() {
  need_go
  step "compile the reaper" go_build . "$work/reaper"
  step "docker import" import_program "$tag" "$work/reaper"
}
