# ./vardmote run: the training environment on this machine. Starts the product, then the training jar, and stops both.
# shellcheck shell=bash

product_pid=
training_pid=
# With --lan: what was asked for ("auto" or an address), the address it came to, and what to say about it.
lan=
lan_address=
lan_words=

run_main() {
  local port=8080 data=$called_from/var
  while [ $# -gt 0 ]; do
    case "$1" in
      --port) port=${2:-}; shift 2 || fail "--port ska följas av ett portnummer." ;;
      --data) data=$(absolute "${2:-}"); shift 2 || fail "--data ska följas av en katalog." ;;
      --lan)
        lan=auto
        shift
        case "${1:-}" in [0-9]*) lan=$1; shift ;; esac
        ;;
      *) fail "./vardmote run förstår inte \"$1\". Skriv ./vardmote help." ;;
    esac
  done
  check_port "$port"
  find_jdk
  want janus janus || true
  build_product
  prepare_quick_start
  [ -z "$lan" ] || prepare_lan "$port" "$data"
  prepare_cards "$port" "$data"
  trap 'stop_run; exit 0' INT TERM
  trap stop_run EXIT
  start_product "$port" "$data"
  start_training "$port" "$data"
  welcome "$port" "$data"
  watch_over "$data"
}

absolute() { case "$1" in /*) printf '%s' "$1" ;; *) printf '%s/%s' "$called_from" "$1" ;; esac; }

check_port() {
  # The start page's port comes after it; for the local network two more, and one for cards.
  local last=65531
  case "$1" in '' | *[!0-9]*) fail "--port ska vara ett tal mellan 1024 och $last." ;; esac
  [ "$1" -ge 1024 ] && [ "$1" -le "$last" ] || fail "--port ska vara ett tal mellan 1024 och $last."
  local taken
  for taken in "$1" $(($1 + 1)) $(($1 + 4)); do
    ! (exec 3<>"/dev/tcp/127.0.0.1/$taken") 2>/dev/null ||
      fail "Port $taken används redan. Välj en annan: ./vardmote run --port $(($1 + 10))"
  done
}

# Certificates come first: the product serves one of them. Ports are tried where they will be used.
prepare_lan() {
  local port=$1 data=$2 colour=no answer taken
  ! terminal_understands_colour || colour=yes
  answer=$(VARDMOTE_COLOUR=$colour "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -jar "$training_jar" lan \
    --lan "$lan" --port $((port + 1)) --data "$data") || exit 1
  lan_address=${answer%%$'\n'*}
  lan_words=${answer#*$'\n'}
  for taken in $((port + 2)) $((port + 3)); do
    ! (exec 3<>"/dev/tcp/$lan_address/$taken") 2>/dev/null ||
      fail "Port $taken används redan på $lan_address. Välj en annan: ./vardmote run --lan --port $((port + 10))"
  done
}

# Cards of the cast for the card port, made once for each port; without them the product has none.
prepare_cards() {
  local port=$1 data=$2
  [ ! -e "$data/secrets/card/port-$((port + 1))" ] || return 0
  "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -jar "$training_jar" cards --port $((port + 1)) --data "$data" || exit 1
}

# Asked of the terminal itself, before its output is caught.
terminal_understands_colour() { [ -t 1 ] && [ -z "${NO_COLOR:-}" ] && [ "${TERM:-dumb}" != dumb ]; }

start_product() {
  local port=$1 data=$2
  mkdir -p "$data/log"
  quick_start_options
  "$JAVA_HOME/bin/java" "${product_options[@]}" "${quick_options[@]}" -jar "$quick_jar" \
    run --port "$port" --data "$data" ${lan_address:+--lan "$lan_address"} >"$data/log/product-output.log" 2>&1 </dev/null &
  product_pid=$!
  await_answer "Startar Vårdmöte" "http://127.0.0.1:$port/halsa/redo" "$product_pid" "$data/log/product-output.log"
}

start_training() {
  local port=$1 data=$2
  "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -Xmx192m -jar "$training_jar" \
    --port $((port + 1)) --data "$data" ${lan_address:+--lan "$lan_address"} >"$data/log/training-output.log" 2>&1 </dev/null &
  training_pid=$!
  await_answer "Startar rollernas startsida" "http://127.0.0.1:$((port + 1))/halsa/redo" "$training_pid" "$data/log/training-output.log"
}

# The status of a plain GET, by bash alone: not every machine has curl.
http_status() {
  local address=${1#http://} host path status=
  host=${address%%/*}
  path=/${address#*/}
  { exec 3<>"/dev/tcp/${host%:*}/${host#*:}"; } 2>/dev/null || return 1
  printf 'GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' "$path" "$host" >&3
  IFS=' ' read -r -t 5 _ status _ <&3 || true
  exec 3>&- 3<&-
  printf '%s' "$status"
}

await_answer() {
  local title=$1 url=$2 pid=$3 log=$4 began=$SECONDS
  [ -t 1 ] || printf '%s … ' "$title"
  until [ "$(http_status "$url")" = 200 ]; do
    kill -0 "$pid" 2>/dev/null || gave_up "$log"
    [ $((SECONDS - began)) -lt 300 ] || gave_up "$log"
    [ ! -t 1 ] || printf '\r%s … %d s' "$title" $((SECONDS - began))
    sleep 0.2
  done
  [ ! -t 1 ] || printf '\r%s … ' "$title"
  printf 'klart (%d s)\n' $((SECONDS - began))
}

gave_up() {
  say ""
  tail -n 20 "$1" >&2 || true
  fail "Vårdmöte kunde inte starta. Det sista som hände står här ovanför; hela utskriften finns i $1."
}

welcome() {
  local port=$1 data=$2
  say "" "Vårdmöte är igång (provmiljö, påhittade personer)." ""
  say "  Börja här:      http://start.localhost:$((port + 1))"
  say "                  Där väljer du roll: en iPad hos hemtjänsten, en sjuksköterska, en systemförvaltare."
  say "                  Öppna iPaden och sjuksköterskan i var sitt fönster för att prova ett samtal."
  [ -z "$lan_words" ] || say "$lan_words"
  say "  SITHS-kort:     $data/secrets/card (en fil per person, kod vardmote; docs/design/signing-in.md)"
  say "  Ljud och bild:  $(media_line)"
  say "  Data ligger i:  $data"
  say "  Stoppa:         Ctrl-C" ""
}

media_line() {
  if command -v janus >/dev/null; then
    say "fungerar (Janus)"
  else
    say "går direkt mellan två eller tre webbläsare (för att prova); över en mediaserver med paketet janus (Debian/Ubuntu: apt-get install --no-install-recommends janus)"
  fi
}

# Waits until Ctrl-C, or until one of the two has ended by itself.
watch_over() {
  wait -n "$product_pid" "$training_pid" || true
  if kill -0 "$product_pid" 2>/dev/null; then gave_up "$1/log/training-output.log"; fi
  gave_up "$1/log/product-output.log"
}

stop_run() {
  trap - EXIT INT TERM
  [ -z "$product_pid$training_pid" ] || say "" "Stoppar Vårdmöte …"
  local pid
  for pid in $training_pid $product_pid; do
    kill -TERM "$pid" 2>/dev/null && wait "$pid" 2>/dev/null
  done || true
}
