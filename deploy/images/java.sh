# shellcheck shell=bash
# For the scripts that build Warren's images; to be sourced.
images=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
: "${JAVA_HOME:?set JAVA_HOME to a JDK of 21 or newer}"

# Builds an image unless it is there, and prints its name; the tag is a digest of all that goes into it.
#   java_image NAME BASE MODULES JAR...     BASE is any image with the C library that the JDK in JAVA_HOME is linked with,
#                                           MODULES are those of the JDK that the jars use.
java_image() {
  local name=$1 base=$2 modules=$3 jar digest image context
  shift 3
  for jar; do
    [ -f "$jar" ] || { echo "$name is not built: run ./warren --version first" >&2; return 1; }
  done
  # Keys on elliptic curves, for TLS; from JDK 22 on they are in java.base.
  if "$JAVA_HOME/bin/java" --list-modules | grep '^jdk\.crypto\.ec@' >/dev/null; then modules+=,jdk.crypto.ec; fi

  digest=$({ echo "$base $modules"; cat "$images/Dockerfile" "$images/java.sh" "$JAVA_HOME/release"; sha256sum "$@" | sed 's# .*/# #'; } | sha256sum | cut -c1-12)
  image=warren-local/$name:$digest
  if docker image inspect "$image" >/dev/null 2>&1; then
    echo "$image"
    return
  fi

  context=$(mktemp -d)
  # shellcheck disable=SC2064
  trap "rm -rf '$context'" EXIT
  "$JAVA_HOME/bin/jlink" --add-modules "$modules" --no-header-files --no-man-pages --strip-java-debug-attributes \
    --generate-cds-archive --output "$context/jre" >&2
  mkdir "$context/lib"
  cp "$@" "$context/lib/"
  cp "$images/Dockerfile" "$context/"
  docker build --quiet --build-arg BASE="$base" --tag "$image" "$context" >"$context/log" 2>&1 || { cat "$context/log" >&2; return 1; }
  echo "$image"
}
