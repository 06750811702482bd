#!/usr/bin/env bash
# A machine with nothing on it but a JDK and the sources: the front door installs what is missing, and the training
# environment answers. The machine is a folder made by debootstrap, with file and process namespaces of its own, so that
# every mount and every process ends with this one. The network is the system's, for there is much to fetch; what Maven and
# npm have already fetched is used. Exit code 77: cannot be tried here, and the last line says why.
# Usage: bare.sh SOURCES
set -euo pipefail
sources=$1
inside_at_most=1500 # seconds: packages of 700 MB, then the build
port=18980

cannot() { printf '%s\n' "$*"; exit 77; }

furnish() {
  local at=$machine/machine
  timeout 900 debootstrap --variant=minbase "$VERSION_CODENAME" "$at" "$mirror"
  sed 's/^/deb /' <<<"$packages" >"$at/etc/apt/sources.list"
  mkdir -p "$at/opt/jdk" "$at/srv/vardmote" "$at/root/.m2" "$at/root/.npm" "$at/etc/ssl/certs/java" "$at/old"
  cp -L /etc/resolv.conf /etc/hosts "$at/etc/"
  # Some JDKs keep their certificates in the system's folder, and some networks have a certificate of their own.
  cp -L "$JAVA_HOME/lib/security/cacerts" "$at/etc/ssl/certs/java/cacerts"
  [ ! -r "${NODE_EXTRA_CA_CERTS:-}" ] || cp -L "$NODE_EXTRA_CA_CERTS" "$at/opt/network.crt"
  git -C "$sources" ls-files -z | tar -C "$sources" --null -T - -cf - | tar -C "$at/srv/vardmote" -xf -
}

# What was fetched before, under a layer that takes what is written; left out where the system has no such layers.
lend() {
  local name=$1 layer=$machine/layer-${1#.}
  [ -d "$HOME/$name" ] || return 0
  mkdir -p "$layer/new" "$layer/work"
  mount -t overlay overlay -o "lowerdir=$HOME/$name,upperdir=$layer/new,workdir=$layer/work" "$machine/machine/root/$name" ||
    printf 'Without what was fetched before in ~/%s.\n' "$name"
}

# Runs in namespaces of its own. A changed root, unlike chroot, lets PostgreSQL's start make a user namespace.
enter() {
  local at=$machine/machine
  mount --make-rprivate /
  mount --bind "$at" "$at"
  mount --bind "$JAVA_HOME" "$at/opt/jdk"
  mount -o remount,bind,ro "$at/opt/jdk"
  mount --rbind /dev "$at/dev"
  mount --rbind /sys "$at/sys"
  mount -t proc proc "$at/proc"
  lend .m2
  lend .npm
  cd "$at"
  pivot_root . old
  umount -l /old
  cd /srv/vardmote
  exec env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
    NODE_EXTRA_CA_CERTS=/opt/network.crt ${registry:+npm_config_registry="$registry"} \
    bash -euo pipefail -c "$(declare -f on_the_machine answers)"$'\n'"on_the_machine $port"
}

answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'GET /halsa/redo HTTP/1.0\r\n\r\n' >&3 && grep -q ' 200' <&3) 2>/dev/null; }

on_the_machine() {
  ! command -v janus mvn node npm chromium java || { echo "This machine is not bare."; return 1; }
  ./vardmote run --port "$1" --data /var/lib/try >/tmp/run.log 2>&1 &
  local run=$!
  until answers "$1"; do
    kill -0 "$run" 2>/dev/null || { cat /tmp/run.log; tail -n 40 target/logs/*.log; return 1; }
    sleep 1
  done
  # The product answers first; the person is told when the roles' page does too.
  until grep -q 'Stoppa:' /tmp/run.log || ! kill -0 "$run" 2>/dev/null; do sleep 1; done
  kill -TERM "$run"
  wait "$run" || { cat /tmp/run.log; return 1; }
  cat /tmp/run.log
  grep -q 'fungerar (Janus)' /tmp/run.log || { echo "Janus was not installed."; return 1; }
  . scripts/say.sh && . scripts/packages.sh
  want chromium-headless-shell chromium-headless-shell || { tail -n 20 target/logs/packages.log; return 1; }
  dpkg-query --show janus maven nodejs npm chromium-headless-shell
  echo "Node of its own: $(scripts/node/node_modules/.bin/node --version)"
}

if [ "${2:-}" = in-its-namespaces ]; then
  machine=$3
  enter
fi

[ "$(id -u)" -eq 0 ] || cannot "A bare machine needs root."
command -v debootstrap >/dev/null || cannot "A bare machine needs debootstrap."
. /etc/os-release
[ "${ID:-}" = debian ] || cannot "A bare machine is made from Debian's own packages, and this is ${ID:-another system}."
packages=$(apt-get indextargets --format '$(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
  awk -v release="$VERSION_CODENAME" 'index($2, release) == 1' | sort -u)
mirror=$(awk -v release="$VERSION_CODENAME" '$2 == release { print $1; exit }' <<<"$packages")
[ -n "$mirror" ] || cannot "apt knows no place to fetch $VERSION_CODENAME from."

machine=$(mktemp -d /var/tmp/vardmote-bare-XXXXXX)
chmod 755 "$machine"
trap 'rm -rf --one-file-system "$machine"' EXIT
trap 'exit 143' TERM
trap 'exit 130' INT

registry=$(npm config get registry 2>/dev/null || true)
export registry JAVA_HOME
furnish
timeout --kill-after=10 "$inside_at_most" \
  unshare --mount --pid --fork --kill-child --mount-proc bash "$0" "$sources" in-its-namespaces "$machine"
