# shellcheck shell=bash disable=SC2034,SC2154
# Pods' addresses, routes between nodes, and the words that tell a test that a node has joined.

# As this node. The server is called "kubernetes" in its certificate, whatever its name on the Docker network is.
api() { # PATH CURL_OPTION...
  local path=$1
  shift
  curl -sS --fail --cacert "$agent_dir/ca.crt" --cert "$node_cert" --key "$node_key" \
    --connect-to "kubernetes:6443:$api_host:$api_port" "$@" "https://kubernetes:6443$path"
}

# Follows the nodes for ever: one's own pod CIDR becomes the CNI configuration, those of others become routes.
watch_nodes() {
  local ready=no type name cidr ip
  while :; do
    # Fields are parted by | and not by a tab: a tab is white space to `read`, which then skips empty fields, and the
    # first event of a node has no CIDR.
    while IFS='|' read -r type name cidr ip; do
      [ -n "$cidr" ] || continue
      if [ "$name" != "$node_name" ]; then
        follow_node "$type" "$cidr" "$ip"
      elif [ "$ready" = no ] && [ "$type" != DELETED ]; then
        await_kube_proxy
        write_cni "$cidr"
        ready=yes
        # k3s' flannel says these words at this very moment, on servers and on agents; Testcontainers waits for them.
        # The node becomes Ready a little later.
        say "Node controller sync successful (node $node_name, pod CIDR $cidr)"
      fi
    done < <(api '/api/v1/nodes?watch=true' -N 2>/dev/null | jq -r --unbuffered \
      '[.type, .object.metadata.name, (.object.spec.podCIDR // ""),
        ([.object.status.addresses[]? | select(.type == "InternalIP") | .address][0] // "")] | join("|")')
    sleep 1
    [ "$role" = server ] || resolve_server # it may have come back with another address
  done
}

follow_node() { # TYPE CIDR IP
  if [ "$1" = DELETED ]; then
    ip route del "$2" 2>/dev/null || true # it may never have had a route
  elif [ -n "$3" ]; then
    ip route replace "$2" via "$3" || say "no route to the pods of $3"
  fi
}

# A packet to a service before kube-proxy's first sync is lost, and leaves a conntrack entry without translation that
# then swallows its repeats for 30 s. So there is no CNI configuration, hence no Ready and no pod, before that sync.
await_kube_proxy() {
  local i=0
  until iptables -w -t nat -S KUBE-SERVICES 2>/dev/null | grep -q default/kubernetes; do
    i=$((i + 1))
    [ $((i % 100)) -ne 0 ] || say "kube-proxy has not synced yet: $(tail -n 1 "$logs/kube-proxy.log")"
    sleep 0.1
  done
}

# ptp and not bridge: every packet passes the node's own routing, so that services work between pods of one node
# without br_netfilter. Its ipMasq would hide pods from pods of other nodes too: one rule here does it for the rest.
write_cni() { # POD_CIDR
  local file=/etc/cni/net.d/10-warren.conflist
  cat >"$file.new" <<JSON
{ "cniVersion": "0.4.0", "name": "warren", "plugins": [
  { "type": "ptp", "ipMasq": false,
    "ipam": { "type": "host-local", "dataDir": "/run/cni-ipam", "ranges": [[{"subnet": "$1"}]],
              "routes": [{"dst": "0.0.0.0/0"}] } },
  { "type": "portmap", "capabilities": {"portMappings": true}, "snat": true } ] }
JSON
  mv "$file.new" "$file"
  local rule=(POSTROUTING -s "$cluster_cidr" ! -d "$cluster_cidr" -j MASQUERADE)
  iptables -w -t nat -C "${rule[@]}" 2>/dev/null || iptables -w -t nat -A "${rule[@]}"
}

# On an agent, "kubernetes" is the server's address in /etc/hosts, which Go and curl both read: K3S_URL may use a name
# that the certificate lacks. (tls-server-name in the bootstrap kubeconfig is no way: the kubelet leaves it out of the
# kubeconfig it writes, and kube-proxy, which uses that one, then fails.)
resolve_server() {
  local ip
  ip=$(getent ahostsv4 "$api_host" | awk 'NR == 1 { print $1 }') || true
  [ -n "$ip" ] || return 0
  ! grep -q "^$ip kubernetes #" /etc/hosts || return 0
  {
    sed '/ kubernetes # server/d' /etc/hosts
    echo "$ip kubernetes # server $api_host"
  } >/run/hosts.new
  cat /run/hosts.new >/etc/hosts # a bind mount: it can be written, not replaced
}
