"""Submits a model by a signed webhook: Python 3.9 or newer, nothing to install.

AGON_ENDPOINT=https://agon.example/v1/hooks/ID AGON_WEBHOOK_SECRET=whsec_... python3 submit.py submission.json
"""
import base64, hashlib, hmac, os, sys, time, urllib.error, urllib.request, uuid

with open(sys.argv[1], "rb") as file:
    body = file.read()
message_id, timestamp = f"msg_{uuid.uuid4()}", str(int(time.time()))
key = base64.b64decode(os.environ["AGON_WEBHOOK_SECRET"].removeprefix("whsec_"))
signed = f"{message_id}.{timestamp}.".encode() + body
signature = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
headers = {
    "content-type": "application/json",
    "webhook-id": message_id,
    "webhook-timestamp": timestamp,
    "webhook-signature": f"v1,{signature}",
}
request = urllib.request.Request(os.environ["AGON_ENDPOINT"], body, headers)
try:
    print(urllib.request.urlopen(request).read().decode())
except urllib.error.HTTPError as refused:
    sys.exit(refused.read().decode())
