# shellcheck shell=bash disable=SC2030,SC2031,SC2154
# Making images: one at a time, with a line for each step and everything else in a log file.

logs=${XDG_CACHE_HOME:-${HOME:-/var}/.cache}/warren/images

build_all() {
  local image missing=() seen=" " lineages
  lineages=$(lineages_of "$@")
  for image in $lineages; do
    [[ $seen == *" $image "* ]] && continue
    seen+="$image "
    exists "$(tag_of "$image")" || missing+=("$image")
  done
  [ "${#missing[@]}" -gt 0 ] || return 0
  mkdir -p "$logs"
  exec 9>"$logs/lock"
  flock -n 9 || {
    echo "waiting for another call that is building images …"
    flock 9
  }
  for image in "${missing[@]}"; do
    build_one "$image"
  done
}

lineages_of() {
  local each
  for each in "$@"; do
    lineage_of "$each"
  done
}

exists() { docker image inspect "$1" >/dev/null 2>&1; }

# In a process of its own: recipes define the same names.
build_one() (
  image=$1 tag=$(tag_of "$1") log=$logs/$1.log
  ! exists "$tag" || exit 0 # the other call made it
  begun=$SECONDS
  : >"$log"
  work=$(mktemp -d "${TMPDIR:-/tmp}/warren-image-$image.XXXXXX")
  trap 'rm -rf --one-file-system "$work"' EXIT # an interrupted debootstrap leaves /proc mounted in there
  # shellcheck source=/dev/null
  . "$images/$image/recipe.sh"
  make_image
  size=$(docker image inspect --format '{{.Size}}' "$tag")
  echo "$image: made in $((SECONDS - begun)) s, $((size / 1000000)) MB"
)

# step TEXT COMMAND...: the command's output goes to the log; its end is shown if it fails.
step() {
  local text=$1 from=$SECONDS status=0
  shift
  echo "$image: $text …"
  set +e # not `COMMAND || status=$?`: that would switch off -e inside of COMMAND, if it is a function
  (
    set -e
    "$@"
  ) >>"$log" 2>&1 </dev/null 9>&-
  status=$?
  set -e
  if [ "$status" != 0 ]; then
    {
      echo "The image \"$image\" could not be made: \"$text\" ended with status $status. Last lines of $log:"
      tail -n 30 "$log"
    } >&2
    exit 1
  fi
  [ $((SECONDS - from)) -lt 3 ] || echo "$image: $text: $((SECONDS - from)) s"
}

# docker_build [OPTION...]: the image $tag from the Dockerfile in $work. The host's network, because package
# registries may be reachable from there alone; Docker's own builder, because another one doesn't see local images.
docker_build() {
  BUILDX_BUILDER=default docker build --network=host ${parent:+--build-arg "PARENT=$(tag_of "$parent")"} \
    --tag "$tag" "$@" "$work"
}

# copy_sources [FILE...]: from the recipe's folder to $work.
copy_sources() {
  local file
  for file in "$@"; do
    cp -R "$images/$image/$file" "$work/"
  done
}

# import_program NAME:TAG PROGRAM: an image that holds one static program and nothing else.
import_program() {
  local name
  name=$(basename "$2")
  tar -C "$(dirname "$2")" --owner=0 --group=0 -c "$name" |
    docker import --change "ENTRYPOINT [\"/$name\"]" - "$1"
}

# need_packages COMMAND=PACKAGE...: installs what this machine lacks.
need_packages() {
  local pair lacking=()
  PATH=$PATH:/usr/sbin:/sbin
  for pair in "$@"; do
    command -v "${pair%%=*}" >/dev/null || lacking+=("${pair#*=}")
  done
  [ "${#lacking[@]}" -gt 0 ] || return 0
  { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; } ||
    fail "The image \"$image\" needs ${lacking[*]}: install it (Debian, Ubuntu: apt-get install ${lacking[*]}) and try again."
  step "apt-get install ${lacking[*]}" apt_install "${lacking[@]}"
}
apt_install() {
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}
