# shellcheck shell=bash
run_main() { fail "run: not yet"; }
