# Quick start: the jar laid out in files and an ahead-of-time cache of its classes (JDK 25), made once after a build.
# Without it everything works, only slower.
# shellcheck shell=bash

# Whole paths: the cache remembers where its jars were, and is started from other folders too.
quick_folder=$root/platform/target/quick
quick_cache=$quick_folder/vardmote.aot
quick_jar=$root/$product_jar
quick_options=()

# The cache belongs to one build, one JDK and one place.
quick_fingerprint() { printf '%s\n' "$root $(cksum <"$product_jar") $(grep -h VERSION "$JAVA_HOME/release" | tr '\n' ' ')$JAVA_HOME"; }

quick_start_fits() { [ -f "$quick_cache" ] && [ "$(cat "$quick_folder/fingerprint" 2>/dev/null)" = "$(quick_fingerprint)" ]; }

quick_start_options() {
  quick_start_fits || return 0
  quick_jar=$quick_folder/vardmote.jar
  quick_options=(-XX:AOTCache="$quick_cache" -Xlog:aot=off -Xlog:cds=off)
}

# For the stories and the bench, which start the product themselves.
use_quick_start() {
  quick_start_options
  export VARDMOTE_PRODUCT_JAR=$quick_jar VARDMOTE_PRODUCT_OPTION=-Xshare:auto
  [ "${#quick_options[@]}" -eq 0 ] || export VARDMOTE_PRODUCT_OPTION=-XX:AOTCache=$quick_cache
}

prepare_quick_start() {
  quick_start_fits && return 0
  step "Förbereder snabb start (en gång per bygge)" target/logs/quick.log make_quick_start ||
    say "Snabb start gick inte att förbereda; Vårdmöte startar ändå, lite långsammare."
}

# A rehearsal with an own empty data folder, so that nobody's data are needed or touched.
make_quick_start() {
  rm -rf "$quick_folder"
  mkdir -p "$quick_folder"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$product_jar" extract --destination "$quick_folder" --force || return 1
  local rehearsal port code=0
  rehearsal=$(mktemp -d)
  # PostgreSQL may run as another user than root and must reach its folder.
  chmod 755 "$rehearsal"
  port=$(free_port_pair)
  rehearse "$rehearsal" "$port" || code=1
  rm -rf "$rehearsal"
  [ "$code" -eq 0 ] && [ -f "$quick_cache" ] && quick_fingerprint >"$quick_folder/fingerprint"
}

rehearse() {
  local data=$1 port=$2 pid path tries=1500
  "$JAVA_HOME/bin/java" "${product_options[@]}" -XX:AOTCacheOutput="$quick_cache" -jar "$quick_folder/vardmote.jar" \
    run --port "$port" --data "$data" &
  pid=$!
  until [ "$(http_status "http://127.0.0.1:$port/halsa/redo")" = 200 ]; do
    tries=$((tries - 1))
    { [ "$tries" -gt 0 ] && kill -0 "$pid" 2>/dev/null; } || { kill -KILL "$pid" 2>/dev/null; return 1; }
    sleep 0.2
  done
  for path in / /bedomningssamtal /kallelse /para-ihop /logga-in/tjanst /min-dag /halsa; do
    http_status "http://localhost:$port$path" || true
  done
  kill -TERM "$pid"
  wait "$pid" || true
}

free_port_pair() {
  local port
  for port in $(seq 18080 2 18280); do
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && ! (exec 3<>"/dev/tcp/127.0.0.1/$((port + 1))") 2>/dev/null; then
      printf '%s' "$port"
      return
    fi
  done
}
