# Builds what is missing or older than its sources, and nothing else.
# shellcheck shell=bash

product_jar=platform/target/vardmote.jar
training_jar=training/target/vardmote-training.jar
product_options=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
room_stamp=room/node_modules/.vardmote-installed
room_manifest=platform/target/classes/assets-manifest.json

# older_than TARGET SOURCE…: true when the target is missing, or a file under a source is newer.
older_than() {
  local target=$1
  shift
  [ -e "$target" ] || return 0
  [ -n "$(find "$@" -newer "$target" -type f -not -path '*/node_modules/*' -print -quit 2>/dev/null)" ]
}

install_room() {
  older_than "$room_stamp" room/package-lock.json || return 0
  find_node
  step "Hämtar byggstenar till sidorna" target/logs/room-install.log npm ci --prefix room || return 1
  touch "$room_stamp"
}

build_room() {
  [ -f room/package.json ] || return 0
  older_than "$room_manifest" room/src room/package-lock.json room/vite.config.ts || return 0
  find_node
  install_room || { show_why target/logs/room-install.log; fail "Sidornas byggstenar kunde inte hämtas. Se efter att datorn når npm (registry.npmjs.org) och försök igen."; }
  step "Bygger sidorna" target/logs/room-build.log bundle_room ||
    { show_why target/logs/room-build.log; fail "Sidorna gick inte att bygga. Hela utskriften finns i target/logs/room-build.log."; }
}

# The files go where the product's jar takes them from, the bundler's list of their names beside them.
bundle_room() {
  local assets=$root/platform/target/classes/static/assets
  ROOM_OUT=$assets npm run --prefix room build && mv "$assets/.vite/manifest.json" "$root/$room_manifest" && rmdir "$assets/.vite"
}

build_jars() {
  { older_than "$product_jar" pom.xml platform/pom.xml platform/src/main "$room_manifest" ||
    older_than "$training_jar" pom.xml training/pom.xml training/src/main; } || return 0
  find_maven
  step "Bygger Vårdmöte (första gången tar det några minuter)" target/logs/build.log \
    maven -Dmaven.test.skip=true package ||
    { show_why target/logs/build.log; fail "$(why_no_build) Hela utskriften finns i target/logs/build.log."; }
  touch "$product_jar" "$training_jar"
}

build_product() {
  build_room
  build_jars
}

why_no_build() {
  if grep -qE 'Could not (resolve|transfer)|UnresolvableModel|PluginResolution' target/logs/build.log; then
    printf 'Byggstenar kunde inte hämtas: se efter att datorn når Maven Central (repo.maven.apache.org) och försök igen.'
  else
    printf 'Koden gick inte att bygga: rätta det som står här ovanför och försök igen.'
  fi
}
