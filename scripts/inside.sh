#!/usr/bin/env bash
# Runs a command in the network namespace that namespace.sh has made, with one way out: a veth pair whose far end stands in
# a second namespace that leads nowhere. There the lookout writes down every packet. Exit code of the command; 97 = the
# lookout does not work. All of it ends with this process: it is the first of its process namespace.
# Usage: inside.sh LOG USER_ID:GROUP_ID COMMAND…
set -euo pipefail
log=$1 run_as=$2
shift 2
here=10.99.0.1 there=10.99.0.2
nobody=192.0.2.77 # TEST-NET-1, routed nowhere

trouble() { printf 'lookout: %s\n' "$*" >&2; exit 97; }

in_far_end() { nsenter --target "$far" --net "$@"; }

await() { # await SENTENCE COMMAND…: at most ten seconds
  local sentence=$1 tries=100
  shift
  until "$@"; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || trouble "$sentence"
    sleep 0.1
  done
}

has_own_network() { [ "$(readlink "/proc/$far/ns/net")" != "$(readlink /proc/self/ns/net)" ]; }
saw() { grep -qF "$1" "$log"; }

unshare --net sleep infinity &
far=$!
await 'no second namespace' has_own_network

# IPv6 is off before the link is up, so that its own greetings do not count as calls.
ip link set lo up
ip link add inner type veth peer name outer netns "$far"
in_far_end sh -c 'for f in /proc/sys/net/ipv6/conf/*/disable_ipv6; do echo 1 >"$f"; done; echo 1 >/proc/sys/net/ipv4/ip_forward' 2>/dev/null || true
for setting in /proc/sys/net/ipv6/conf/*/disable_ipv6; do { echo 1 >"$setting"; } 2>/dev/null || true; done
: >"$log"
in_far_end "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1 -Xmx32m "$(dirname "$0")/Lookout.java" "$there" >>"$log" 2>&1 &
await "did not start: $(tail -1 "$log")" saw ready
in_far_end ip addr add "$there/24" dev outer
in_far_end ip link set outer up
ip addr add "$here/24" dev inner
ip link set inner up
ip route add default via "$there"

# Names are asked for at the far end, nowhere else.
resolver=$(mktemp)
printf 'nameserver %s\noptions timeout:1 attempts:1\n' "$there" >"$resolver"
mount --bind "$resolver" "$(readlink -f /etc/resolv.conf)"

# What a browser knows by itself and a program that shows a card does not: names below localhost are this machine.
names=$(mktemp)
below=(sjukskoterska administrator fysioterapeut ipad kort)
{ cat /etc/hosts; echo; printf '127.0.0.1 %s.localhost\n' "${below[@]}"; printf '::ffff:127.0.0.1 %s.localhost\n' "${below[@]}"; } >"$names"
chmod 644 "$names"
mount --bind "$names" "$(readlink -f /etc/hosts)"

# A lookout that sees nothing proves nothing: it must see these two first.
(exec 3<>"/dev/udp/$nobody/9" && echo hello >&3) 2>/dev/null || true
getent hosts lookout-probe.example >/dev/null 2>&1 || true
await "did not see a packet to $nobody" saw "udp $nobody:9"
await 'did not see a question for a name' saw 'dns lookout-probe.example'
echo 'the tests begin' >>"$log"

code=0
if [ "$(id -u):$(id -g)" = "$run_as" ] || [ "${VARDMOTE_MAPPED:-}" = yes ]; then
  "$@" || code=$?
else
  setpriv --reuid "${run_as%:*}" --regid "${run_as#*:}" --init-groups "$@" || code=$?
fi
exit "$code"
