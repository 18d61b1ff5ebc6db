# shellcheck shell=bash disable=SC2034,SC2154
# What a kubelet expects of its machine and a container does not have.

prepare_machine() {
  mount --make-rshared / 2>/dev/null || say "mounts can't be shared with pods (mountPropagation: Bidirectional)"
  sysctl -qw net.ipv4.ip_forward=1
  sysctl -qw net.bridge.bridge-nf-call-iptables=1 2>/dev/null || true # needed by nobody here; k3s sets it
  # cAdvisor wants one.
  [ -s /etc/machine-id ] || tr -d - </proc/sys/kernel/random/uuid >/etc/machine-id
  if [ -f /sys/fs/cgroup/cgroup.controllers ]; then find_cgroup_v2; else find_cgroup_v1; fi
}

# Testcontainers binds the machine's /sys/fs/cgroup into the node and shares the machine's cgroup namespace, so that
# several nodes see one tree. Kubelets that all work under its /kubepods would kill each other's pods as orphans. Each
# therefore works under the cgroup that Docker made for its container, which Docker removes with the container.
find_cgroup_v1() {
  cgroup_root=$(sed -n 's/^[0-9]*:memory://p' /proc/self/cgroup)
  # Without that bind mount, the container's own cgroup is mounted as the root.
  [ -d "/sys/fs/cgroup/memory$cgroup_root" ] || cgroup_root=/
}

# Version 2 allows processes in leaves only: ours move to one, then the controllers are handed down.
find_cgroup_v2() {
  local own top pid
  own=$(sed -n 's/^0:://p' /proc/self/cgroup)
  [ -d "/sys/fs/cgroup$own" ] || own=/
  cgroup_root=${own%/}/k3s
  top=/sys/fs/cgroup${own%/}
  mkdir -p "$top/init"
  while read -r pid; do
    echo "$pid" >"$top/init/cgroup.procs" 2>/dev/null || true # it may have ended
  done <"$top/cgroup.procs"
  hand_down "$top"
  mkdir -p "/sys/fs/cgroup$cgroup_root"
  hand_down "/sys/fs/cgroup$cgroup_root"
}

hand_down() { # FOLDER
  local controller
  for controller in $(<"$1/cgroup.controllers"); do
    echo "+$controller" >"$1/cgroup.subtree_control" 2>/dev/null || true # some can't be
  done
}

# Where Docker itself lacks CAP_SYS_RESOURCE (bit 24), nobody may lower an oom_score_adj.
may_lower_oom_score() {
  local effective
  effective=$(awk '/^CapEff/ { print $2 }' /proc/self/status)
  (((16#$effective >> 24) & 1))
}
