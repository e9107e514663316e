#!/usr/bin/env bash
# Submits a model by a signed webhook: bash, curl and openssl, nothing of Agon's.
#   AGON_ENDPOINT=https://agon.example/v1/hooks/ID AGON_WEBHOOK_SECRET=whsec_... ./submit.sh submission.json
set -euo pipefail
file=$1
id="msg_$(openssl rand -hex 16)"
timestamp=$(date +%s)
# The secret is base64 behind "whsec_"; openssl takes a key of any bytes in hexadecimal.
key=$(printf %s "${AGON_WEBHOOK_SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')
signature=$({ printf '%s.%s.' "$id" "$timestamp"; cat "$file"; } |
  openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A)
curl --fail-with-body --silent --show-error "$AGON_ENDPOINT" \
  --header "content-type: application/json" \
  --header "webhook-id: $id" \
  --header "webhook-timestamp: $timestamp" \
  --header "webhook-signature: v1,$signature" \
  --data-binary "@$file"
