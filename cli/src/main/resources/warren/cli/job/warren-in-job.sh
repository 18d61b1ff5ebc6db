#!/bin/sh
# The warren command inside a job: "warren step -- COMMAND" runs COMMAND once on each compute of the
# job, all at the same time, each with its compute's environment. It needs nothing but this folder.
set -u

fail() {
  printf 'warren: %s\n' "$1" >&2
  exit 64
}

case "${1-}" in
  step) shift ;;
  *) fail "inside a job there is only: warren step -- COMMAND [ARGUMENTS]" ;;
esac
if [ "${1-}" = "--" ]; then
  shift
fi
if [ "$#" -eq 0 ]; then
  fail "step needs a command: warren step -- COMMAND [ARGUMENTS]"
fi

bin=$(dirname -- "$0")
processes=
for compute in "$bin"/../computes/*; do
  (
    while IFS= read -r variable; do
      export "${variable?}"
    done <"$compute"
    exec "$@"
  ) &
  processes="$processes $!"
done

highest=0
for process in $processes; do
  wait "$process"
  status=$?
  if [ "$status" -gt "$highest" ]; then
    highest=$status
  fi
done
exit "$highest"
