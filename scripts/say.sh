# Words to the person at the keyboard: plain lines, one sentence at a failure, progress for what takes time.
# shellcheck shell=bash

say() { printf "%s\n" "$@"; }

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# step TITLE LOG COMMAND…: runs the command with its output in LOG; says how long it took; passes its exit code on.
step() {
  local title=$1 log=$2 began=$SECONDS code=0
  shift 2
  mkdir -p "$(dirname "$log")"
  if [ -t 1 ]; then
    "$@" >"$log" 2>&1 </dev/null &
    show_progress "$title" $! || code=$?
  else
    printf '%s … ' "$title"
    ("$@") >"$log" 2>&1 </dev/null || code=$?
    printf '%s\n' "$(verdict "$code") ($((SECONDS - began)) s)"
  fi
  return "$code"
}

not_tried=77 # the exit code of a step that cannot be done on this system

verdict() { case "$1" in 0) printf 'ok' ;; "$not_tried") printf 'not tried here' ;; *) printf 'failed' ;; esac; }

# show_progress TITLE PID: a line that counts the seconds until the process is done.
show_progress() {
  local title=$1 pid=$2 began=$SECONDS code=0
  while kill -0 "$pid" 2>/dev/null; do
    printf '\r%s … %d s' "$title" $((SECONDS - began))
    sleep 0.5
  done
  wait "$pid" || code=$?
  printf '\r%s … %s (%d s)\n' "$title" "$(verdict "$code")" $((SECONDS - began))
  return "$code"
}

# The lines of a log that explain a failure: the build tool's own error lines, else the end of the log.
show_why() {
  local log=$1
  if grep -q '^\[ERROR\]' "$log" 2>/dev/null; then
    grep '^\[ERROR\]' "$log" | head -40
  else
    tail -n 40 "$log" 2>/dev/null || true
  fi
}
