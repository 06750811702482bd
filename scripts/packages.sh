# Installs system packages on Debian and Ubuntu where the user is root or has sudo without a password.
# shellcheck shell=bash

may_install() { command -v apt-get >/dev/null && { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; }; }

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi; }

# install_packages NAME…: fails quietly where this user may not install; the caller says what to do.
install_packages() {
  may_install || return 1
  step "Installerar $*" target/logs/packages.log install_without_starting "$@"
}

# A policy-rc.d that answers 101 keeps Debian from starting its own Janus or coturn. A policy that stood there before is
# put back afterwards, whatever happens.
install_without_starting() (
  policy=/usr/sbin/policy-rc.d
  saved=$policy.before-vardmote
  # shellcheck disable=SC2329 # called by the trap
  put_back() { if [ -e "$saved" ]; then as_root mv "$saved" "$policy"; else as_root rm -f "$policy"; fi; }
  [ -e "$policy" ] && as_root mv "$policy" "$saved"
  trap put_back EXIT
  printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
  as_root chmod 755 "$policy"
  apt_install "$@" || { as_root apt-get update && apt_install "$@"; }
)

apt_install() {
  # Another installation may be under way: its end is waited for, two minutes at most.
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 install -y --no-install-recommends "$@"
}

# want COMMAND PACKAGE: true when the command is there, or could be installed.
want() { command -v "$1" >/dev/null || { install_packages "$2" && command -v "$1" >/dev/null; }; }
