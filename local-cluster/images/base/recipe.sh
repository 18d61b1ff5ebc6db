# shellcheck shell=bash disable=SC2034,SC2154
# Debian bookworm with as little as apt needs.
parent=

from_registry() { [ "${WARREN_CONTAINER_REGISTRY:-no}" = yes ]; }
variant() { if from_registry; then echo pulled; else echo debootstrap; fi; }

make_image() {
  if from_registry; then
    step "pull debian:bookworm-slim" docker pull debian:bookworm-slim
    docker tag debian:bookworm-slim "$tag"
    return
  fi
  [ "$(id -u)" = 0 ] || fail "The base image is made with debootstrap, which needs root: call this as root once."
  need_packages debootstrap=debootstrap
  [ -e /usr/share/keyrings/debian-archive-keyring.gpg ] ||
    step "apt-get install debian-archive-keyring" apt_install debian-archive-keyring
  step "debootstrap of Debian bookworm" bootstrap
  step "docker import" import
}

# This machine's own mirror if it is a Debian of this release, otherwise debootstrap's default.
mirror() {
  apt-get indextargets --format "\$(CODENAME) \$(REPO_URI)" 'Created-By: Packages' 2>/dev/null |
    awk '$1 == "bookworm" { print $2; exit }'
}

bootstrap() {
  debootstrap --variant=minbase bookworm "$work/root" "$(mirror)"
  # Like Debian's own slim images: no documents, no translations (now and from later packages), no services started.
  cp "$images/base/dpkg-slim" "$work/root/etc/dpkg/dpkg.cfg.d/slim"
  cp "$images/base/apt-slim" "$work/root/etc/apt/apt.conf.d/slim"
  install -m 755 "$images/base/policy-rc.d" "$work/root/usr/sbin/policy-rc.d"
  cd "$work/root" || return
  rm -rf usr/share/{doc,info,man,locale}/* var/cache/apt/* var/lib/apt/lists/* var/log/*.log var/cache/debconf/*-old
}

import() {
  tar -C "$work/root" --numeric-owner -c . | docker import --change 'CMD ["bash"]' - "$tag"
  rm -rf "$work/root"
}
