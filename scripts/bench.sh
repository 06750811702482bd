# ./vardmote bench: figures, each beside its goal. See bench/README.md.
# shellcheck shell=bash

bench_main() {
  if [ "${1:-}" = fuzz ]; then shift; fuzz_main "$@"; return; fi
  if [ "${1:-}" = rights ]; then bench_rights; return; fi
  find_jdk
  find_maven
  build_product >&2
  prepare_quick_start >&2
  use_quick_start
  local class_path=training/target/story-class-path
  step "Preparing the bench" target/logs/bench.log maven -pl training -DskipTests \
    -Dmdep.outputFile="$root/$class_path" test-compile dependency:build-classpath >&2 ||
    { show_why target/logs/bench.log >&2; fail "The bench could not be built. See target/logs/bench.log."; }
  want chromium-headless-shell chromium-headless-shell >&2 || want chromium chromium >&2 || true
  VARDMOTE_ROOT=$root exec "$JAVA_HOME/bin/java" "${product_options[@]}" -cp "$root/training/target/test-classes:$(cat "$class_path")" \
    se.vardmote.stories.Bench "$@"
}

# What a decision of the rights table takes: inside the product, so without an installation.
bench_rights() {
  local class_path=platform/target/bench-class-path
  find_jdk
  find_maven
  step "Preparing the bench" target/logs/bench.log maven -pl platform test-compile dependency:build-classpath \
    -Dmdep.outputFile="$root/$class_path" -Dmdep.includeScope=test >&2 ||
    { show_why target/logs/bench.log >&2; fail "The bench could not be built. See target/logs/bench.log."; }
  "$JAVA_HOME/bin/java" -cp "platform/target/test-classes:platform/target/classes:$(cat "$class_path")" se.vardmote.access.rights.DecidingBench
}
