"""A real SMTP server for the tests: takes every message and prints it as one line of JSON. A number on its input comes back
after them. Ends when its input does.

usage: smtp_sink.py [--user NAME --password WORD] [--refuse ADDRESS] [--delay SECONDS]
"""
import argparse
import asyncio
import email
import email.policy
import json
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

parser = argparse.ArgumentParser()
parser.add_argument("--user")
parser.add_argument("--password")
parser.add_argument("--refuse", action="append", default=[])
parser.add_argument("--delay", type=float, default=0)
options = parser.parse_args()


def say(what):
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def body(message, kind):
    part = message.get_body(preferencelist=(kind,))
    return part.get_content() if part else None


def calendar(message):
    for part in message.walk():
        if part.get_content_type() == "text/calendar":
            return {"method": part.get_param("method"), "text": part.get_payload(decode=True).decode("utf-8")}
    return None


class Sink:
    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address in options.refuse:
            return "550 No such person here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        await asyncio.sleep(options.delay)
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        say({
            "connection": session.peer[1],
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "subject": message["Subject"],
            "messageId": message["Message-ID"],
            "headers": {name: str(value) for name, value in message.items()},
            "text": body(message, "plain"),
            "html": body(message, "html"),
            "calendar": calendar(message),
            "type": message.get_content_type(),
        })
        return "250 Taken"


def authenticate(server, session, envelope, mechanism, data):
    known = (
        isinstance(data, LoginPassword)
        and data.login.decode() == options.user
        and data.password.decode() == options.password
    )
    return AuthResult(success=known)


class Listening(Controller):
    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


server = Listening(
    Sink(), hostname="127.0.0.1", port=0,
    authenticator=authenticate if options.user else None,
    auth_required=bool(options.user), auth_require_tls=False)
server.start()
say({"port": server.port})
for line in sys.stdin:
    # Whoever asks has read all that was said before, once this comes back.
    say({"heard": int(line)})
server.stop()
