# shellcheck shell=bash disable=SC2034,SC2154
# What the flags and the environment say.

token=${K3S_TOKEN:-}
server_url=${K3S_URL:-}
node_name=${K3S_NODE_NAME:-$(hostname)}
node_ip=
cluster_cidr=10.42.0.0/16
service_cidr=10.43.0.0/16
cluster_dns=10.43.0.10
snapshotter=overlayfs
registries_file=/etc/rancher/k3s/registries.yaml
kubeconfig_mode=${K3S_KUBECONFIG_MODE:-600}
kubeconfig_copy=${K3S_KUBECONFIG_OUTPUT:-}
disabled=,
names=() labels=() taints=()
apiserver_args=() controller_manager_args=() scheduler_args=() kubelet_args=() kube_proxy_args=() etcd_args=()

read_options() {
  if [ -n "${K3S_TOKEN_FILE:-}" ]; then token=$(<"$K3S_TOKEN_FILE"); fi
  while [ $# -gt 0 ]; do
    case $1 in
      --debug) K3S_DEBUG=true ;;
      --*=*) set_option "${1%%=*}" "${1#*=}" ;;
      # Flags of k3s that take no value; an unknown one would swallow the next argument.
      --docker | --rootless | --disable-* | --prefer-bundled-bin | --cluster-init | --protect-kernel-defaults | \
        --embedded-registry | --selinux | --secrets-encryption) ignore_option "$1" ;;
      -*)
        [ $# -ge 2 ] || die "flag $1 needs a value"
        set_option "$1" "$2"
        shift
        ;;
      *) die "unknown argument $1" ;;
    esac
    shift
  done
  node_name=${node_name,,}
  [ -n "$node_ip" ] || node_ip=$(own_ip)
  [ -n "$node_ip" ] || die "this container has no IPv4 address"
  # K10<digest of the CA>::server:<password>, or the password alone
  token_password=${token##*::server:}
  token_password=${token_password##*:}
}

set_option() { # NAME VALUE
  local list
  case $1 in
    --token | -t | --agent-token) token=$2 ;;
    --server | -s) server_url=$2 ;;
    --node-name) node_name=$2 ;;
    --node-ip | -i) node_ip=${2%%,*} ;;
    --node-label) labels+=("$2") ;;
    --node-taint) taints+=("$2") ;;
    --tls-san)
      IFS=, read -ra list <<<"$2"
      names+=("${list[@]}")
      ;;
    --disable) disabled+=$2, ;;
    --cluster-cidr) cluster_cidr=$2 ;;
    --service-cidr) service_cidr=$2 ;;
    --cluster-dns) cluster_dns=$2 ;;
    --snapshotter) snapshotter=$2 ;;
    --private-registry) registries_file=$2 ;;
    --write-kubeconfig-mode) kubeconfig_mode=$2 ;;
    --write-kubeconfig | -o) kubeconfig_copy=$2 ;;
    --kube-apiserver-arg) apiserver_args+=("--$2") ;;
    --kube-controller-manager-arg | --kube-controller-arg) controller_manager_args+=("--$2") ;;
    --kube-scheduler-arg) scheduler_args+=("--$2") ;;
    --kubelet-arg) kubelet_args+=("--$2") ;;
    --kube-proxy-arg) kube_proxy_args+=("--$2") ;;
    --etcd-arg) etcd_args+=("--$2") ;;
    *) ignore_option "$1=$2" ;;
  esac
}

ignore_option() { say "flag $1 means nothing to this node: ignored"; }

# The address on the interface of the default route, or of the only network.
own_ip() {
  local ip
  ip=$(ip -4 -o route get 10.255.255.255 2>/dev/null | sed -n 's/.* src \([0-9.]*\).*/\1/p') || true
  [ -n "$ip" ] || ip=$(hostname -I | awk '{ print $1 }')
  echo "$ip"
}
