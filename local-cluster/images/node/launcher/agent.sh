# shellcheck shell=bash disable=SC2034,SC2154
# A node that joins a server.

run_agent() {
  [ -n "$server_url" ] || die "--server (K3S_URL) is required"
  [ -n "$token" ] || die "--token (K3S_TOKEN) is required"
  local address=${server_url#https://}
  address=${address%%/*}
  api_host=${address%%:*} api_port=6443
  if [[ $address == *:* ]]; then api_port=${address##*:}; fi
  say "Starting agent as node $node_name at $node_ip, joining $api_host:$api_port"
  prepare_machine
  start_containerd
  import_images &
  local importing=$!
  fetch_ca
  # The kubelet asks for its own certificate with the token.
  write_kubeconfig "$agent_dir/bootstrap.kubeconfig" "https://kubernetes:$api_port" "{token: \"$token_password\"}"
  wait "$importing" || die "the images could not be imported"
  start_kubelet --bootstrap-kubeconfig="$agent_dir/bootstrap.kubeconfig"
  node_cert=/var/lib/kubelet/pki/kubelet-client-current.pem
  node_key=$node_cert
  await 1200 0.1 kubelet_decided
  # If the kubelet ended or has no certificate after 2 minutes, kube-proxy fails too and `supervise` tells.
  start_kube_proxy "$agent_dir/kubelet.kubeconfig"
  watch_nodes &
  say "k3s agent is up and running"
  supervise
}

kubelet_decided() { { [ -s "$agent_dir/kubelet.kubeconfig" ] && [ -e "$node_cert" ]; } || ! runs kubelet; }

# Trust on first use, as k3s does with a bare password; a token in the long form (K10...) pins the CA.
fetch_ca() {
  local i ca=$agent_dir/ca.crt pinned
  for ((i = 0; ; i++)); do
    resolve_server
    if ask_for_ca >"$ca.new"; then break; fi
    [ $((i % 20)) -ne 0 ] || say "Waiting for the server $api_host:$api_port"
    [ "$i" -lt 1200 ] || die "no answer from $server_url for 10 minutes"
    sleep 0.5
  done
  sed '/^$/d' "$ca.new" >"$ca"
  rm "$ca.new"
  if [[ $token == K10*::* ]]; then
    pinned=${token#K10}
    pinned=${pinned%%::*}
    [ "$(sha256sum <"$ca" | cut -d' ' -f1)" = "$pinned" ] ||
      die "the CA of $server_url is not the one that the token names"
  fi
}

ask_for_ca() {
  curl -sk --fail --max-time 5 -H "Authorization: Bearer $token_password" \
    "https://$api_host:$api_port/api/v1/namespaces/kube-public/configmaps/kube-root-ca.crt" 2>/dev/null |
    jq -er '.data["ca.crt"]' 2>/dev/null
}
