# shellcheck shell=bash disable=SC2034,SC2154
# The control plane, and the node on the same machine.

local_api=https://127.0.0.1:6443

run_server() {
  say "Starting server $(hostname) as node $node_name at $node_ip"
  prepare_machine
  start_containerd
  make_certificates
  cp "$tls/server-ca.crt" "$agent_dir/ca.crt"
  write_tokens
  write_server_kubeconfigs
  api_host=127.0.0.1 api_port=6443
  node_cert=$tls/client-kubelet.crt node_key=$tls/client-kubelet.key

  start_etcd
  start_apiserver
  import_images &
  local importing=$!
  await_apiserver
  start_controllers
  wait "$importing" || die "the images could not be imported"
  start_kubelet
  start_kube_proxy "$admin_kubeconfig" # as administrator: its own role may be bound later, and it would back off
  watch_nodes &
  deploy &
  supervise
}

# The token given, or the one of the last start, or a new one.
write_tokens() {
  local file=$data/server/token
  if [ -z "$token_password" ] && [ -s "$file" ]; then token_password=$(<"$file"); fi
  [ -n "$token_password" ] || token_password=$(openssl rand -hex 16)
  (
    umask 077
    echo "$token_password" >"$file"
    echo "K10$(sha256sum <"$agent_dir/ca.crt" | cut -d' ' -f1)::server:$token_password" >"$data/server/node-token"
    echo "\"$token_password\",node-join,node-join,\"system:bootstrappers\"" >"$tls/tokens.csv"
  )
}

write_server_kubeconfigs() {
  local component
  write_kubeconfig "$admin_kubeconfig" "$local_api" "$(certificate_user "$tls/client-admin.crt" "$tls/client-admin.key")"
  chmod "$kubeconfig_mode" "$admin_kubeconfig"
  [ -z "$kubeconfig_copy" ] || install -D -m "$kubeconfig_mode" "$admin_kubeconfig" "$kubeconfig_copy"
  for component in controller scheduler kubelet; do
    write_kubeconfig "$agent_dir/$component.kubeconfig" "$local_api" \
      "$(certificate_user "$tls/client-$component.crt" "$tls/client-$component.key")"
  done
}

# Without fsync: this cluster need not survive a power cut, and disks of test machines are slow.
start_etcd() {
  start etcd etcd --name=default --data-dir="$data/server/db/etcd" --unsafe-no-fsync --log-level=warn \
    --listen-client-urls=http://127.0.0.1:2379 --advertise-client-urls=http://127.0.0.1:2379 \
    --listen-peer-urls=http://127.0.0.1:2380 --initial-advertise-peer-urls=http://127.0.0.1:2380 \
    --initial-cluster=default=http://127.0.0.1:2380 "${etcd_args[@]}"
}

start_apiserver() {
  start kube-apiserver kube-apiserver --etcd-servers=http://127.0.0.1:2379 \
    --secure-port=6443 --bind-address=0.0.0.0 --advertise-address="$node_ip" --allow-privileged=true \
    --tls-cert-file="$tls/serving-kube-apiserver.crt" --tls-private-key-file="$tls/serving-kube-apiserver.key" \
    --client-ca-file="$agent_dir/ca.crt" --token-auth-file="$tls/tokens.csv" \
    --authorization-mode=Node,RBAC --enable-admission-plugins=NodeRestriction \
    --service-cluster-ip-range="$service_cidr" \
    --service-account-issuer=https://kubernetes.default.svc.cluster.local \
    --service-account-key-file="$tls/service.key" --service-account-signing-key-file="$tls/service.key" \
    --kubelet-client-certificate="$tls/client-kube-apiserver.crt" \
    --kubelet-client-key="$tls/client-kube-apiserver.key" \
    --kubelet-preferred-address-types=InternalIP,Hostname \
    --requestheader-client-ca-file="$tls/request-header-ca.crt" --requestheader-allowed-names=system:auth-proxy \
    --requestheader-username-headers=X-Remote-User --requestheader-group-headers=X-Remote-Group \
    --requestheader-extra-headers-prefix=X-Remote-Extra- \
    --proxy-client-cert-file="$tls/client-auth-proxy.crt" --proxy-client-key-file="$tls/client-auth-proxy.key" \
    --profiling=false "${apiserver_args[@]}"
}

await_apiserver() {
  await 600 0.2 apiserver_decided && apiserver_ready && {
    say "kube-apiserver is ready"
    return
  }
  show_log kube-apiserver
  die "kube-apiserver did not become ready; its last lines are above"
}
apiserver_ready() { curl -ks --fail -o /dev/null --max-time 2 "$local_api/readyz"; }
apiserver_decided() { apiserver_ready || ! runs kube-apiserver; }

start_controllers() {
  local kubeconfig=$agent_dir/controller.kubeconfig
  # With the default of 20 requests a second, its many controllers need 6 s to get going.
  start kube-controller-manager kube-controller-manager --kubeconfig="$kubeconfig" \
    --authentication-kubeconfig="$kubeconfig" --authorization-kubeconfig="$kubeconfig" \
    --bind-address=127.0.0.1 --leader-elect=false --use-service-account-credentials=true \
    --kube-api-qps=300 --kube-api-burst=300 \
    --allocate-node-cidrs=true --cluster-cidr="$cluster_cidr" --service-cluster-ip-range="$service_cidr" \
    --cluster-signing-cert-file="$tls/server-ca.crt" --cluster-signing-key-file="$tls/server-ca.key" \
    --root-ca-file="$agent_dir/ca.crt" --service-account-private-key-file="$tls/service.key" \
    --profiling=false "${controller_manager_args[@]}"
  kubeconfig=$agent_dir/scheduler.kubeconfig
  start kube-scheduler kube-scheduler --kubeconfig="$kubeconfig" \
    --authentication-kubeconfig="$kubeconfig" --authorization-kubeconfig="$kubeconfig" \
    --bind-address=127.0.0.1 --leader-elect=false --profiling=false "${scheduler_args[@]}"
}

# What nodes need to join, CoreDNS, the user's manifests.
deploy() {
  local manifests=$data/server/manifests
  export KUBECONFIG=$admin_kubeconfig
  mkdir -p "$manifests"
  cp "$share/manifests/rbac.yaml" "$manifests/"
  if [[ $disabled != *,coredns,* ]]; then
    sed "s/@CLUSTER_DNS@/$cluster_dns/; s/@SERVER_NODE@/$node_name/" "$share/manifests/coredns.yaml" \
      >"$manifests/coredns.yaml"
  fi
  if await 30 1 logged kubectl apply -f "$manifests/"; then
    say "Applied $manifests"
  else
    say "Applying $manifests FAILED: $(tail -n 1 "$logs/deploy.log")"
  fi
  # A kubelet may not give itself this label.
  await 60 0.5 logged kubectl label --overwrite node "$node_name" node-role.kubernetes.io/control-plane=true ||
    say "the node $node_name did not register within 30 s"
  if logged kubectl wait --for=condition=Ready "node/$node_name" --timeout=120s; then
    say "k3s is up and running"
  fi
}
logged() { "$@" >>"$logs/deploy.log" 2>&1; }
