# The network of its own that the end-to-end tests run in, so that "nothing calls out" is proved and not believed.
# shellcheck shell=bash

lookout_log=target/logs/lookout.log
own_namespaces=(--net --mount --pid --fork --kill-child --mount-proc)

# Sets `enter`: the command that makes the namespaces, as root, as a user, or by sudo. Fails where all three are refused.
find_namespace() {
  want ip iproute2 || return 1
  local probe=(unshare "${own_namespaces[@]}" sh -c 'mount --bind /etc/hosts /etc/hosts && unshare --net true')
  if [ "$(id -u)" -eq 0 ]; then
    "${probe[@]}" 2>/dev/null || return 1
    enter=(unshare "${own_namespaces[@]}")
  elif unshare -r "${probe[@]:1}" 2>/dev/null; then
    enter=(env VARDMOTE_MAPPED=yes unshare -r "${own_namespaces[@]}")
  elif sudo -n "${probe[@]}" 2>/dev/null; then
    enter=(sudo -n --preserve-env=JAVA_HOME,PATH unshare "${own_namespaces[@]}")
  else
    return 1
  fi
}

# in_own_network COMMAND…: the caller is left with the exit code, and with lookout_log.
in_own_network() {
  mkdir -p "$(dirname "$lookout_log")"
  "${enter[@]}" "$root/scripts/inside.sh" "$root/$lookout_log" "$(id -u):$(id -g)" "$@" &
  namespace_pid=$!
  local code=0
  wait "$namespace_pid" || code=$?
  namespace_pid=
  return "$code"
}

# Who tried to leave while the tests ran: one line each, with how often.
who_called_out() { sed '1,/^the tests begin$/d' "$lookout_log" | sort | uniq -c | sort -rn; }
