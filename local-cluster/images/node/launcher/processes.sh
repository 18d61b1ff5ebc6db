# shellcheck shell=bash disable=SC2034,SC2154
# The programs of the node. This script is process 1: when it ends, the kernel ends all others.

declare -A program_of
trap 'say "stopping"; exit 0' TERM INT

start() { # NAME COMMAND...: in the background, looked after by `supervise`
  local name=$1
  shift
  if [ "${K3S_DEBUG:-}" = true ]; then
    "$@" > >(tee -a "$logs/$name.log" | sed -u "s/^/[$name] /") 2>&1 &
  else
    "$@" >>"$logs/$name.log" 2>&1 &
  fi
  program_of[$!]=$name
}

runs() { # NAME
  local pid
  for pid in "${!program_of[@]}"; do
    if [ "${program_of[$pid]}" = "$1" ]; then
      kill -0 "$pid" 2>/dev/null
      return
    fi
  done
  return 1
}

supervise() { # until the first program ends, and the node with it
  local pid status
  while :; do
    pid=
    status=0
    wait -n -p pid || status=$?
    if [ -n "${pid:-}" ] && [ -n "${program_of[$pid]:-}" ]; then
      show_log "${program_of[$pid]}"
      die "${program_of[$pid]} ended with status $status; its last lines are above"
    fi
    # Other children are this script's own helpers; with none left, wait returns at once.
    [ -n "${pid:-}" ] || sleep 1
  done
}

show_log() { tail -n 40 "$logs/$1.log" || true; } # NAME

# await TIMES SECONDS COMMAND...: status 1 if it never succeeded
await() {
  local times=$1 pause=$2 i
  shift 2
  for ((i = 0; i < times; i++)); do
    if "$@"; then return 0; fi
    sleep "$pause"
  done
  return 1
}
