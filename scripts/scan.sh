# Secrets in what git keeps, and known faults in what the room is built of: part of ./vardmote test --thorough.
# shellcheck shell=bash

# Keys and passwords as they look; the training environment's own are made at the first start and never kept.
secret_patterns=(
  '-----BEGIN ([A-Z]+ )?PRIVATE KEY-----'
  'AKIA[0-9A-Z]{16}'
  'gh[pousr]_[A-Za-z0-9]{36}'
  'xox[baprs]-[A-Za-z0-9-]{10,}'
  'eyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}'
  '(password|passwd|secret|api[-_.]?key|token)[[:space:]]*[=:][[:space:]]*["'"'"']?[A-Za-z0-9+/_-]{24,}["'"'"']?[[:space:]]*$'
)

# Prints where something looks like a secret; fails when anything does.
scan_secrets() {
  local pattern found=0
  for pattern in "${secret_patterns[@]}"; do
    if git grep -nIE -e "$pattern" -- . ':!*.lock' ':!*package-lock.json' ':!scripts/scan.sh'; then found=1; fi
  done
  return $found
}

# What npm's registry knows of the room's dependencies; 3 when the registry does not say.
scan_room_dependencies() {
  local answer code=0
  answer=$(npm --prefix room audit --omit=dev --audit-level=high --json 2>/dev/null) || code=$?
  if ! grep -q '"metadata"' <<<"$answer"; then
    echo "The registry answers no audit; what it knows is not known here."
    return "$not_tried"
  fi
  [ "$code" -eq 0 ] || printf '%s\n' "$answer"
  return "$code"
}
