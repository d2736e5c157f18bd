"""Reads a MIME text from its input and prints what a mail program makes of it, as one line of JSON."""
import email
import email.policy
import json
import sys

message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
print(json.dumps({
    "headers": {name: str(value) for name, value in message.items()},
    "addresses": [address.addr_spec for address in message["To"].addresses],
    "name": message["To"].addresses[0].display_name,
    "defects": [str(defect) for part in message.walk() for defect in part.defects]
        + [str(defect) for value in message.values() for defect in value.defects],
    "parts": [{"type": part.get_content_type(), "method": part.get_param("method"), "text": part.get_payload(decode=True).decode("utf-8")}
              for part in message.walk() if not part.is_multipart()],
}))
