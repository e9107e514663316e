// Submits a model by a signed webhook: Node 20 or newer, nothing to install.
//   AGON_ENDPOINT=https://agon.example/v1/hooks/ID AGON_WEBHOOK_SECRET=whsec_... node submit.mjs submission.json
import { createHmac, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";

const { AGON_ENDPOINT = "", AGON_WEBHOOK_SECRET = "" } = process.env;
const body = readFileSync(process.argv[2] ?? "submission.json", "utf8");
const id = `msg_${randomUUID()}`;
const timestamp = String(Math.floor(Date.now() / 1000));
const key = Buffer.from(AGON_WEBHOOK_SECRET.replace("whsec_", ""), "base64");
const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
const headers = {
  "content-type": "application/json",
  "webhook-id": id,
  "webhook-timestamp": timestamp,
  "webhook-signature": `v1,${signature}`,
};
const response = await fetch(AGON_ENDPOINT, { method: "POST", headers, body });
console.log(await response.text());
process.exitCode = response.ok ? 0 : 1;
