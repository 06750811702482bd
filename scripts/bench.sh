# shellcheck shell=bash
bench_main() { fail "bench: not yet"; }
