// What a submitter copies: the body, the signed call by bash, curl and openssl, and the same by the command line.

/** The body of a submission to `arena`. */
export const bodySnippet = (arena: string): string =>
  JSON.stringify(
    {
      type: "model.submitted",
      data: {
        arena,
        model: { name: "My model", organization: "My lab", license: "MIT" },
        outputs: [{ prompt: "PROMPT", content: "OUTPUT" }],
      },
    },
    null,
    2,
  );

/** Signs model.json as it stands on the disk and sends these very bytes. */
export const signedSnippet = (origin: string): string => `URL='${origin}/v1/hooks/ENDPOINT'
SECRET='whsec_...'
ID="msg_$(openssl rand -hex 16)"
TIME=$(date +%s)
KEY=$(printf %s "\${SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \\n')
SIGNATURE=$({ printf '%s.%s.' "$ID" "$TIME"; cat model.json; } |
  openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary | openssl base64 -A)
curl -sS -D - "$URL" \\
  -H 'content-type: application/json' \\
  -H "webhook-id: $ID" \\
  -H "webhook-timestamp: $TIME" \\
  -H "webhook-signature: v1,$SIGNATURE" \\
  --data-binary @model.json`;

export const commandSnippet = (origin: string, arena: string): string =>
  `export AGON_KEY=agon_...
agon submit outputs.jsonl --name "My model" \\
  --url ${origin} --arena ${arena}`;
