# ./vardmote bench fuzz [NAME…]: every parser of what comes from outside, fed by Jazzer until it has read so many inputs.
# FUZZ_RUNS says how many each (10,000,000 unless said otherwise). What it finds lies in platform/target/fuzz; put it into
# the corpus (platform/src/test/resources/fuzz/NAME) when it is mended.
# shellcheck shell=bash

fuzz_main() {
  local runs=${FUZZ_RUNS:-10000000} out=$root/platform/target/fuzz class_path=platform/target/fuzz-class-path
  local missed=0 found name
  find_jdk
  find_maven
  mkdir -p "$out"
  step "Preparing to fuzz" target/logs/fuzz.log maven -pl platform test-compile dependency:build-classpath \
    -Dmdep.outputFile="$root/$class_path" -Dmdep.includeScope=test >&2 ||
    { show_why target/logs/fuzz.log >&2; fail "The fuzz targets could not be built. See target/logs/fuzz.log."; }
  for found in $(cd platform/src/test/java && grep -rl 'fuzzerTestOneInput(byte' se | sort); do
    name=$(basename "$found" .java)
    [ $# -eq 0 ] || [[ " $* " == *" $name "* ]] || continue
    fuzz_one "$name" "${found%.java}" "$runs" "$out" "$class_path" || missed=1
  done
  return $missed
}

# fuzz_one NAME CLASS-FILE RUNS FOLDER CLASS-PATH: one line with what was executed.
fuzz_one() {
  local name=$1 class=${2//\//.} runs=$3 out=$4/$1 began=$SECONDS code=0 longest=4096
  # A file is read in the time that it is long, and a thousand signs hold every kind of row several times over.
  [ "$name" != FileOfRowsFuzzTests ] || longest=1024
  mkdir -p "$out/corpus"
  (cd "$out" && "$JAVA_HOME/bin/java" -Xmx1g -cp "$root/platform/target/test-classes:$root/platform/target/classes:$(cat "$root/$5")" \
    com.code_intelligence.jazzer.Jazzer --target_class="$class" --instrumentation_includes='se.vardmote.**' \
    --reproducer_path="$out" -artifact_prefix="$out/" -runs="$runs" -rss_limit_mb=3072 -max_len="$longest" \
    "$out/corpus" "$root/platform/src/test/resources/fuzz/$name" >"$out/log" 2>&1) || code=$?
  local done_runs
  done_runs=$(sed -nE 's/^Done ([0-9]+) runs.*/\1/p' "$out/log" | tail -n 1)
  if [ "$code" -eq 0 ] && [ "${done_runs:-0}" -ge "$runs" ]; then
    printf '%-34s %10d executions in %d s, nothing found\n' "$name" "$done_runs" "$((SECONDS - began))"
  else
    printf '%-34s found something, or broke off: %s\n' "$name" "$out/log"
    return 1
  fi
}
