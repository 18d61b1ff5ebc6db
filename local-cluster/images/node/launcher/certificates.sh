# shellcheck shell=bash disable=SC2034,SC2154
# The server's certificates; what is there already stays.

# Elliptic curves in SEC1 form ("BEGIN EC PRIVATE KEY"), because that is what k3s makes: a client that can't read it
# shall fail here too.
make_key() { # FILE
  [ -s "$1" ] || (umask 077 && openssl ecparam -name prime256v1 -genkey -noout -out "$1")
}

make_ca() { # NAME
  make_key "$tls/$1.key"
  [ -s "$tls/$1.crt" ] || openssl req -x509 -new -key "$tls/$1.key" -subj "/CN=warren-node-$1" -days 3650 -sha256 \
    -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign,digitalSignature \
    -out "$tls/$1.crt"
}

make_certificate() { # NAME CA SUBJECT USAGE [ALTERNATIVE_NAMES]
  local extensions
  extensions="basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature,keyEncipherment
extendedKeyUsage=$4"
  [ -z "${5:-}" ] || extensions+=$'\n'"subjectAltName=$5"
  make_key "$tls/$1.key"
  openssl req -new -key "$tls/$1.key" -subj "$3" 2>/dev/null |
    openssl x509 -req -sha256 -days 365 -CA "$tls/$2.crt" -CAkey "$tls/$2.key" \
      -set_serial "0x$(openssl rand -hex 8)" -extfile <(printf '%s\n' "$extensions") -out "$tls/$1.crt" 2>/dev/null ||
    die "the certificate $1 could not be made"
}

server_names() {
  local list="DNS:kubernetes,DNS:kubernetes.default,DNS:kubernetes.default.svc,DNS:kubernetes.default.svc.cluster.local"
  local name
  list+=",DNS:localhost,DNS:$node_name,DNS:$(hostname),IP:127.0.0.1,IP:0:0:0:0:0:0:0:1"
  list+=",IP:${service_cidr%.*}.1" # the service "kubernetes" has the range's first address
  for name in "$node_ip" $(hostname -I) "${names[@]}"; do
    if [[ $name =~ ^[0-9.]+$ || $name == *:* ]]; then list+=",IP:$name"; else list+=",DNS:$name"; fi
  done
  echo "$list"
}

make_certificates() {
  mkdir -p "$tls"
  make_ca server-ca
  make_ca request-header-ca
  make_certificate serving-kube-apiserver server-ca /CN=kube-apiserver serverAuth "$(server_names)"
  make_certificate client-kube-apiserver server-ca /O=system:masters/CN=system:apiserver clientAuth
  make_certificate client-auth-proxy request-header-ca /CN=system:auth-proxy clientAuth
  make_certificate client-admin server-ca /O=system:masters/CN=system:admin clientAuth
  make_certificate client-controller server-ca /CN=system:kube-controller-manager clientAuth
  make_certificate client-scheduler server-ca /CN=system:kube-scheduler clientAuth
  make_certificate client-kubelet server-ca "/O=system:nodes/CN=system:node:$node_name" clientAuth
  make_key "$tls/service.key"
}
