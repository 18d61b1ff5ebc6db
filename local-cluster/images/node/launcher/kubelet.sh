# shellcheck shell=bash disable=SC2034,SC2154
# What runs on every node besides containerd.

start_kubelet() { # FLAG...
  local files
  files=$(ulimit -Hn)
  [ "$files" != unlimited ] || files=1000000
  # Two settings for machines where Docker lacks CAP_SYS_RESOURCE: oomScoreAdj 0 and no more open files than now.
  cat >"$agent_dir/etc/kubelet.yaml" <<YAML
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous: {enabled: false}
  webhook: {enabled: true}
  x509: {clientCAFile: $agent_dir/ca.crt}
authorization: {mode: Webhook}
cgroupDriver: cgroupfs
cgroupRoot: $cgroup_root
clusterDNS: [$cluster_dns]
clusterDomain: cluster.local
# A kubelet that watches a pull secret asks once as the pod comes; refused, it pulls without the secret.
configMapAndSecretChangeDetectionStrategy: Get
containerRuntimeEndpoint: unix://$containerd_socket
evictionHard: {imagefs.available: 5%, nodefs.available: 5%}
evictionMinimumReclaim: {imagefs.available: 10%, nodefs.available: 10%}
imageGCHighThresholdPercent: 100
imageGCLowThresholdPercent: 99
maxOpenFiles: $files
failSwapOn: false
healthzBindAddress: 127.0.0.1
oomScoreAdj: 0
resolvConf: /etc/resolv.conf
rotateCertificates: true
serializeImagePulls: false
staticPodPath: $agent_dir/pod-manifests
YAML
  start kubelet kubelet --config="$agent_dir/etc/kubelet.yaml" --kubeconfig="$agent_dir/kubelet.kubeconfig" \
    --cert-dir=/var/lib/kubelet/pki --hostname-override="$node_name" --node-ip="$node_ip" \
    --provider-id="k3s://$node_name" --node-labels="$(joined "${labels[@]}")" \
    --register-with-taints="$(joined "${taints[@]}")" "$@" "${kubelet_args[@]}"
}

joined() {
  local IFS=,
  echo "$*"
}

start_kube_proxy() { # KUBECONFIG; the settings of conntrack are the machine's and are left alone
  start kube-proxy kube-proxy --kubeconfig="$1" --hostname-override="$node_name" \
    --cluster-cidr="$cluster_cidr" --proxy-mode=iptables --healthz-bind-address=127.0.0.1:10256 \
    --conntrack-max-per-core=0 --conntrack-min=0 --conntrack-tcp-timeout-established=0s \
    --conntrack-tcp-timeout-close-wait=0s "${kube_proxy_args[@]}"
}

# Everything inside the file, as k3s does: Testcontainers takes it out of the container.
write_kubeconfig() { # FILE SERVER USER (in YAML's flow style)
  (
    umask 077
    cat >"$1" <<YAML
apiVersion: v1
kind: Config
clusters:
- name: default
  cluster:
    certificate-authority-data: $(base64 -w0 <"$agent_dir/ca.crt")
    server: $2
users:
- name: default
  user: $3
contexts:
- name: default
  context: {cluster: default, user: default}
current-context: default
YAML
  )
}

certificate_user() { # CERT KEY
  echo "{client-certificate-data: $(base64 -w0 <"$1"), client-key-data: $(base64 -w0 <"$2")}"
}
