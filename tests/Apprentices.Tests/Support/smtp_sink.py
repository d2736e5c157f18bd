"""A real SMTP server for the tests: takes every message and prints it as one line of JSON. A number on its input comes back
after them. Ends when its input does.

usage: smtp_sink.py [--user NAME --password WORD] [--cert FILE --key FILE] [--refuse ADDRESS] [--answer ADDRESS TEXT]
    [--later ADDRESS TIMES] [--hang ADDRESS] [--drop ADDRESS] [--delay SECONDS] [--quiet]
"""
import argparse
import asyncio
import email
import email.policy
import json
import ssl
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

parser = argparse.ArgumentParser()
parser.add_argument("--user")
parser.add_argument("--password")
parser.add_argument("--refuse", action="append", default=[])
parser.add_argument("--answer", action="append", nargs=2, default=[], help="what RCPT is answered for an address")
parser.add_argument("--later", action="append", nargs=2, default=[], help="an address that is taken after so many tries")
parser.add_argument("--hang", action="append", default=[], help="an address that is never answered")
parser.add_argument("--drop", action="append", default=[], help="an address whose message is taken, and the connection then broken")
parser.add_argument("--cert", help="offers STARTTLS, and asks for it")
parser.add_argument("--key")
parser.add_argument("--quiet", action="store_true", help="does not read what it takes")
parser.add_argument("--delay", type=float, default=0)
options = parser.parse_args()


answers = dict(options.answer)
later = {address: int(times) for address, times in options.later}


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
        if address in answers:
            return answers[address]
        if address in options.hang:
            await asyncio.sleep(3600)
        if later.get(address, 0) > 0:
            later[address] -= 1
            return "451 4.3.0 Come again"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        await asyncio.sleep(options.delay)
        if options.quiet:
            return "250 Taken"
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
        if any(address in options.drop for address in envelope.rcpt_tos):
            server.transport.abort()
        return "250 Taken"


def authenticate(server, session, envelope, mechanism, data):
    known = (
        isinstance(data, LoginPassword)
        and data.login.decode() == options.user
        and data.password.decode() == options.password
    )
    return AuthResult(success=known, handled=False)


class Listening(Controller):
    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


tls = None
if options.cert:
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(options.cert, options.key)

server = Listening(
    Sink(), hostname="127.0.0.1", port=0,
    authenticator=authenticate if options.user else None,
    auth_required=bool(options.user), auth_require_tls=False,
    tls_context=tls, require_starttls=bool(tls))
server.start()
say({"port": server.port})
for line in sys.stdin:
    # Whoever asks has read all that was said before, once this comes back.
    say({"heard": int(line)})
server.stop()
