# ./vardmote test: everything that proves the house, ending in one line: N passed, N failed.
# shellcheck shell=bash

test_logs=target/logs
story_reports=training/target/story-reports
failed_steps=0
passed_checks=0
namespace_pid=
media_is_there=no

test_main() {
  local only=all thorough=no
  while [ $# -gt 0 ]; do
    case "$1" in
      --only) only=${2:-}; shift 2 || fail "--only needs a word: java, room or e2e." ;;
      --thorough) thorough=yes; shift ;;
      *) fail "./vardmote test does not know \"$1\". See ./vardmote help." ;;
    esac
  done
  case "$only" in all | java | room | e2e) ;; *) fail "--only takes java, room or e2e." ;; esac
  trap 'stop_tests 130' INT
  trap 'stop_tests 143' TERM
  find_jdk
  find_maven
  rm -rf platform/target/surefire-reports training/target/surefire-reports room/target/reports "$story_reports"
  # Before the Java tests: those of the media server and of the browser's side of it need them too.
  [ "$only" = room ] || want_media
  if [ "$only" = all ] || [ "$only" = room ]; then test_room; fi
  if [ "$only" = all ] || [ "$only" = java ]; then test_java "$thorough"; fi
  if [ "$only" = all ] || [ "$only" = e2e ]; then test_stories "$thorough"; fi
  if [ "$only" = all ] && [ "$thorough" = yes ]; then test_supply; test_bare_machine; fi
  closing_line
}

# check TITLE NAME COMMAND…: a step that counts; a failure is shown and the run goes on.
check() {
  local title=$1 log=$test_logs/$2.log
  shift 2
  if step "$title" "$log" "$@"; then
    passed_checks=$((passed_checks + 1))
  else
    failed_steps=$((failed_steps + 1))
    show_why "$log"
    say "  ($log)"
    return 1
  fi
}

# Sets media_is_there. Without them the run fails: a test that was left out proves nothing.
want_media() {
  media_is_there=yes
  want janus janus || miss_media "The tests need Janus: apt-get install --no-install-recommends janus"
  want chromium-headless-shell chromium-headless-shell || want chromium chromium ||
    miss_media "The tests need Chromium: apt-get install chromium-headless-shell"
}

# The engine of an iPad, and a screen that nobody sees: for the long run only.
want_webkit() {
  want Xvfb xvfb && want WebKitWebDriver webkit2gtk-driver && return 0
  failed_steps=$((failed_steps + 1))
  say "End to end: not run; --thorough needs WebKit: apt-get install --no-install-recommends xvfb webkit2gtk-driver"
  return 1
}

miss_media() {
  media_is_there=no
  failed_steps=$((failed_steps + 1))
  say "$1"
}

test_room() {
  [ -f room/package.json ] || return 0
  find_node
  check "Room: dependencies" room-install install_room || return 0
  check "Room: lint" room-lint npm run --prefix room --if-present lint || true
  check "Room: types" room-types npm run --prefix room --if-present check || true
  check "Room: unit tests" room-tests npm run --prefix room test -- \
    --reporter=default --reporter=junit --outputFile.junit=target/reports/TEST-room.xml --passWithNoTests || true
  check "Room: build" room-build bundle_room || true
}

test_java() {
  local tags=(-DexcludedGroups=thorough)
  if [ "$1" = yes ]; then
    tags=()
    check "Keycloak, to sign in through" keycloak fetch_keycloak || true
  fi
  check "Java: format" java-format maven spotless:check || true
  # The tests that fail are counted from the reports; jars are made all the same, for the stories.
  check "Java: compile with Error Prone and NullAway, tests on PostgreSQL, jars" java-tests \
    maven "${tags[@]}" -Dmaven.test.failure.ignore=true package || true
}

# A sign-in service that nobody here has written; SigningInThroughKeycloakTests unpacks it. 160 MB, once.
fetch_keycloak() {
  maven -N dependency:copy -Dartifact=org.keycloak:keycloak-quarkus-dist:26.4.0:zip \
    -DoutputDirectory="$root/target/keycloak"
}

test_stories() {
  [ -d training/src/test/java/se/vardmote/stories ] || return 0
  local class_path=training/target/story-class-path
  if [ "$(newest_failure_of_java)" = compile ]; then say "End to end: not run, the Java build failed"; return 0; fi
  build_product
  if older_than "$class_path" pom.xml training/pom.xml training/src; then
    check "End to end: class path" class-path maven -pl training -DskipTests -Dmdep.outputFile="$root/$class_path" \
      test-compile dependency:build-classpath || return 0
    touch "$class_path"
  fi
  [ "$media_is_there" = yes ] || { say "End to end: not run without Janus and Chromium"; return 0; }
  want certutil libnss3-tools ||
    { failed_steps=$((failed_steps + 1)); say "End to end needs certutil: apt-get install libnss3-tools"; return 0; }
  [ "$1" = no ] || want_webkit || return 0
  run_stories "$1" "$(cat "$class_path")"
}

# What we were given and what we might have left behind. Faults of the Java libraries are not looked up: their lists (NVD, OSV)
# are on hosts that a build of this house does not ask.
test_supply() {
  local log=$test_logs/room-audit.log code=0
  check "Secrets: none in what git keeps" secrets scan_secrets || true
  find_node
  step "Room: dependencies without known faults" "$log" scan_room_dependencies || code=$?
  case "$code" in
    0) passed_checks=$((passed_checks + 1)) ;;
    "$not_tried") say "  $(tail -n 1 "$log")" ;;
    *) failed_steps=$((failed_steps + 1)); show_why "$log"; say "  ($log)" ;;
  esac
}

# The install step, where nothing is installed yet.
test_bare_machine() {
  local log=$test_logs/bare-machine.log code=0
  want debootstrap debootstrap || true
  step "Bare machine: installs what is missing, builds and runs" "$log" scripts/bare.sh "$root" || code=$?
  case "$code" in
    0) passed_checks=$((passed_checks + 1)) ;;
    "$not_tried") say "  $(tail -n 1 "$log")" ;;
    *) failed_steps=$((failed_steps + 1)); tail -n 40 "$log"; say "  ($log)" ;;
  esac
}

newest_failure_of_java() {
  if [ -f "$test_logs/java-tests.log" ] && grep -q 'BUILD FAILURE' "$test_logs/java-tests.log" && [ "$failed_steps" -gt 0 ]; then echo compile; fi
}

run_stories() {
  local tags=(--exclude-tag thorough) began=$SECONDS code=0 enter=()
  [ "$1" = yes ] && tags=()
  local console=("$JAVA_HOME/bin/java" "${product_options[@]}" -Dfile.encoding=UTF-8
    -cp "$root/training/target/test-classes:$2" org.junit.platform.console.ConsoleLauncher execute
    --scan-classpath="$root/training/target/test-classes" --include-package=se.vardmote.stories
    --include-classname='.*Tests' --details=tree --disable-banner --disable-ansi-colors
    --reports-dir="$root/$story_reports" "${tags[@]}")
  export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 VARDMOTE_ROOT=$root
  # The long run starts the product again and again: as quickly as ./vardmote run does.
  if [ "$1" = yes ]; then prepare_quick_start; use_quick_start; fi
  if find_namespace; then
    say "End to end: real browsers and Janus in a network of their own"
    in_own_network "${console[@]}" </dev/null || code=$?
    judge_lookout "$code"
  else
    say "End to end: this system refuses a network of its own; on the machine's own address, so that nothing calls out is not proved"
    "${console[@]}" </dev/null || code=$?
  fi
  say "End to end took $((SECONDS - began)) s"
  if [ "$code" -ne 0 ] && ! compgen -G "$story_reports/*.xml" >/dev/null; then
    failed_steps=$((failed_steps + 1))
    say "The end-to-end tests did not run (exit code $code)."
  fi
}

# Anything that left the tests' network fails the run and is named.
judge_lookout() {
  local callers
  [ "$1" -ne 97 ] || return 0
  callers=$(who_called_out)
  if [ -z "$callers" ]; then
    passed_checks=$((passed_checks + 1))
    say "Nothing called out"
  else
    failed_steps=$((failed_steps + 1))
    say "Something called out of the tests' network:" "" "$callers"
  fi
}

# Sums the reports of all runners: "tests failed skipped".
count_reports() {
  cat platform/target/surefire-reports/TEST-*.xml training/target/surefire-reports/TEST-*.xml \
    room/target/reports/TEST-*.xml "$story_reports"/TEST-*.xml 2>/dev/null | awk '
    function value(name,   found) {
      return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0
    }
    /<testsuite / { tests += value("tests"); failed += value("failures") + value("errors"); skipped += value("skipped") }
    END { printf "%d %d %d\n", tests, failed, skipped }'
}

closing_line() {
  local tests failed skipped
  read -r tests failed skipped < <(count_reports)
  show_failed_tests
  [ "$skipped" -eq 0 ] || say "$skipped skipped"
  [ "$tests" -gt 0 ] || say "No test ran."
  failed=$((failed + failed_steps))
  say "$((tests - failed + failed_steps - skipped + passed_checks)) passed, $failed failed"
  [ "$failed" -eq 0 ] && [ "$tests" -gt 0 ]
}

show_failed_tests() {
  local log=$test_logs/java-tests.log
  [ -f "$log" ] && grep -E '^\[ERROR\] +[A-Za-z_.]+(Tests?|:)' "$log" | sort -u | head -40 || true
}

# Ctrl-C: the process namespace ends whole with its first process; steps end with their own.
stop_tests() {
  trap - INT TERM
  [ -z "$namespace_pid" ] || kill -KILL "$namespace_pid" 2>/dev/null || true
  local child
  for child in $(jobs -p); do kill "$child" 2>/dev/null || true; done
  say ""
  say "Stopped."
  exit "$1"
}
