# shellcheck shell=bash disable=SC2154
# Programs in Go: static, without symbols, exactly the modules that go.sum lists.

need_go() {
  local version minor
  command -v go >/dev/null || fail "The image \"$image\" is compiled here: install Go 1.25 or newer."
  version=$(GOTOOLCHAIN=local go env GOVERSION)
  minor=${version#go1.}
  minor=${minor%%[!0-9]*}
  # From 1.21 on, Go fetches the toolchain that a go.mod asks for, unless it was told not to.
  [ "${minor:-0}" -ge 25 ] || { [ "${minor:-0}" -ge 21 ] && [ "$(go env GOTOOLCHAIN)" != local ]; } ||
    fail "The image \"$image\" is compiled here, and $version is too old for that: install Go 1.25 or newer."
}

# go_in FOLDER ARGUMENT...: the go command in a folder beside the recipe.
go_in() {
  local folder=$images/$image/$1
  shift
  (cd "$folder" && CGO_ENABLED=0 GOFLAGS='-mod=readonly -buildvcs=false' GOWORK=off go "$@")
}

# go_build FOLDER OUTPUT [-X SETTING...] [PACKAGE]
go_build() {
  local folder=$1 output=$2 settings='-s -w' package=.
  shift 2
  while [ "$#" -gt 0 ]; do
    if [ "$1" = -X ]; then
      settings+=" -X $2"
      shift
    else
      package=$1
    fi
    shift
  done
  go_in "$folder" build -trimpath -ldflags "$settings" -o "$output" "$package"
}
