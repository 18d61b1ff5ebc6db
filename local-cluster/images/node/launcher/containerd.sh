# shellcheck shell=bash disable=SC2034,SC2154
# The container runtime, container registries, images.

start_containerd() {
  local restrict=true
  if may_lower_oom_score; then restrict=false; fi # otherwise the pause container's -998 would fail every pod
  write_containerd_config "$restrict"
  rm -f "$containerd_socket"
  mkdir -p /run/containerd
  ln -sfn "$containerd_socket" /run/containerd/containerd.sock # cAdvisor looks for it there
  start containerd containerd --config "$agent_dir/etc/containerd.toml"
}

write_containerd_config() { # RESTRICT_OOM_SCORE
  local cri='plugins."io.containerd.grpc.v1.cri"' certs=$agent_dir/etc/containerd/certs.d config
  rm -rf "$certs"
  mkdir -p "$certs"
  config=$(registries "$registries_file" "$certs") || die "registries.yaml can't be used: see above"
  (
    umask 077 # it may hold passwords
    cat >"$agent_dir/etc/containerd.toml" <<TOML
version = 2
root = "$agent_dir/containerd"
state = "/run/k3s/containerd"
oom_score = 0
[grpc]
  address = "$containerd_socket"
[$cri]
  sandbox_image = "warren-local/pause:1"
  restrict_oom_score_adj = $1
  disable_apparmor = true
  enable_selinux = false
[$cri.cni]
  bin_dir = "/usr/lib/cni"
  conf_dir = "/etc/cni/net.d"
[$cri.containerd]
  snapshotter = "$snapshotter"
[$cri.containerd.runtimes.runc]
  runtime_type = "io.containerd.runc.v2"
[$cri.containerd.runtimes.runc.options]
  SystemdCgroup = false
$config
TOML
  )
}

# Those every node needs, then the user's. Before the kubelet starts: a pod whose image isn't there yet would fall into
# the back-off of pulling.
import_images() {
  local archive begun
  await 300 0.1 containerd_answers || die "containerd does not answer"
  for archive in "$share"/images/*.tar* "$agent_dir"/images/*.tar*; do
    begun=$SECONDS
    if ctr images import --snapshotter "$snapshotter" "$archive" >>"$logs/images.log" 2>&1; then
      say "Imported images from $archive in $((SECONDS - begun))s"
    else
      say "Importing $archive FAILED: $(tail -n 1 "$logs/images.log")"
    fi
  done
}

containerd_answers() { ctr version >/dev/null 2>&1; }
