# shellcheck shell=bash disable=SC2154
# Names of images. Each image is a folder with a recipe.sh, which says
#   parent=IMAGE    the image it starts from, or nothing
#   variant         (function, optional) prints what else decides how it is made
#   make_image      (function) makes the image $tag in the empty folder $work, by calls of `step`

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

known_images() {
  local recipe names=()
  for recipe in "$images"/*/recipe.sh; do
    names+=("$(basename "$(dirname "$recipe")")")
  done
  echo "${names[*]}"
}

parent_of() {
  [ -f "$images/$1/recipe.sh" ] || fail "There is no image \"$1\"; there are: $(known_images)."
  (
    parent=
    # shellcheck source=/dev/null
    . "$images/$1/recipe.sh"
    echo "$parent"
  )
}

tag_of() {
  local parent sum
  parent=$(parent_of "$1")
  sum=$(
    cd "$images" || exit
    [ -z "$parent" ] || tag_of "$parent"
    variant() { :; }
    # shellcheck source=/dev/null
    . "$1/recipe.sh"
    variant
    find "$1" lib build -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
  )
  echo "warren-local/$1:$(sha256sum <<<"$sum" | cut -c1-12)"
}

# The image and its ancestors, eldest first.
lineage_of() {
  local parent
  parent=$(parent_of "$1")
  [ -z "$parent" ] || lineage_of "$parent"
  echo "$1"
}
