# Finds the tools: a JDK of at least 25, Maven, Node of at least 20.19. What may be installed is installed (packages.sh).
# shellcheck shell=bash

least_jdk=25
node_folder=scripts/node

# The JDK's major version, or 0 where the folder holds no JDK. The release file spares the start of a JVM.
jdk_version() {
  local home=$1
  [ -x "$home/bin/javac" ] && [ -r "$home/release" ] || { printf '0'; return; }
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release" | head -1 | grep . || printf '0'
}

jdk_candidates() {
  [ -n "${JAVA_HOME:-}" ] && printf '%s\n' "$JAVA_HOME"
  local java
  java=$(command -v java || true)
  [ -n "$java" ] && dirname "$(dirname "$(readlink -f "$java")")"
  printf '%s\n' /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
}

# Sets JAVA_HOME to JAVA_HOME itself where that is new enough, else to the newest JDK found.
find_jdk() {
  local candidate version best=0 home=
  while IFS= read -r candidate; do
    version=$(jdk_version "$candidate")
    if [ "$version" -ge "$least_jdk" ] && [ "$candidate" = "${JAVA_HOME:-}" ]; then home=$candidate; break; fi
    if [ "$version" -gt "$best" ]; then best=$version home=$candidate; fi
  done < <(jdk_candidates)
  [ -n "$home" ] && [ "$(jdk_version "$home")" -ge "$least_jdk" ] || fail \
    "Vårdmöte behöver en JDK $least_jdk eller nyare. Installera Temurin $least_jdk (https://adoptium.net) eller sätt JAVA_HOME till en, och försök igen."
  export JAVA_HOME=$home
  export PATH="$JAVA_HOME/bin:$PATH"
}

find_maven() {
  command -v mvn >/dev/null && return
  install_packages maven && command -v mvn >/dev/null && return
  fail "Maven saknas. Installera Maven 3.8.7 eller nyare (Debian/Ubuntu: apt-get install maven) och försök igen."
}

node_is_new_enough() {
  command -v node >/dev/null || return 1
  local version major minor
  version=$(node --version) || return 1
  version=${version#v}
  major=${version%%.*}
  minor=${version#*.}
  minor=${minor%%.*}
  [ "$major" -gt 20 ] || { [ "$major" -eq 20 ] && [ "$minor" -ge 19 ]; }
}

# Node of at least 20.19: the system's, else the npm package "node" at the version pinned in scripts/node.
find_node() {
  if [ -x "$node_folder/node_modules/.bin/node" ]; then
    export PATH="$root/$node_folder/node_modules/.bin:$PATH"
  fi
  node_is_new_enough && command -v npm >/dev/null && return
  command -v npm >/dev/null || install_packages nodejs npm || true
  node_is_new_enough && return
  if command -v npm >/dev/null; then
    step "Hämtar Node (systemets är för gammal)" target/logs/node.log npm ci --prefix "$node_folder" || true
    export PATH="$root/$node_folder/node_modules/.bin:$PATH"
    hash -r
  fi
  node_is_new_enough || fail \
    "Node 20.19 eller nyare saknas och kunde inte hämtas. Installera Node och npm (https://nodejs.org) och försök igen."
}

maven() { mvn -B -ntp "$@"; }
