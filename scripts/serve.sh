# Commands that the product's jar carries out itself.
# shellcheck shell=bash

product_main() {
  find_jdk
  build_product
  cd "$called_from"
  exec "$JAVA_HOME/bin/java" "${product_options[@]}" -jar "$root/$product_jar" "$@"
}
