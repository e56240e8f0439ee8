"""A server that understands the notifications of virtual payment. Needs Python 3.9 and nothing else.

    APP_KEYS=… SANDBOX_APP_KEYS=… WEBHOOK_SECRETS=… python3 receiver.py
"""

import base64
import hashlib
import hmac
import json
import os
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple, Optional
from xml.etree import ElementTree

DELIVERIES = {
    "minigame_game_pay_goods_deliver_notify",  # forms A and C
    "minigame_h5_goods_deliver_notify",  # form C, bought in the game's shop
    "xpay_goods_deliver_notify",  # form D
}
REFUNDS = {"minigame_pay_refund_succ_notify", "xpay_refund_notify"}
TOLERANCE = 300  # seconds a notification may be away from now
LONGEST_BODY = 64 * 1024


class Refused(Exception):
    """A notification that is not believed, or not understood."""

    def __init__(self, status, reason):
        super().__init__(reason)
        self.status = status


class Ledger:
    """What was handed out and what was refunded, each once.

    A file stands in for your database: there, put a unique key on the order number and write it in the same
    transaction as the item.
    """

    def __init__(self, path):
        self._lock = threading.Lock()
        self._file = open(path, "a+", encoding="utf-8")
        self._file.seek(0)
        self._lines = set(self._file.read().splitlines())

    def deliver(self, order):
        """Hands the item out unless that was done, or the money is back; returns how often it was handed out."""
        with self._lock:
            if f"refunded {order}" in self._lines and f"delivered {order}" not in self._lines:
                return 0
            self._write(f"delivered {order}")
            return 1

    def refund(self, order, number):
        """Notes a refund; returns how often the order was handed out before."""
        with self._lock:
            self._write(f"refund {number}")
            self._write(f"refunded {order}")
            return 1 if f"delivered {order}" in self._lines else 0

    def count(self, order):
        with self._lock:
            return 1 if f"delivered {order}" in self._lines else 0

    def _write(self, line):
        if line not in self._lines:
            self._file.write(line + "\n")
            self._file.flush()
            os.fsync(self._file.fileno())
            self._lines.add(line)


class Keys:
    """The keys from the mailed archive; while a renewal lasts, the new ones first and then the old ones."""

    def __init__(self, environment):
        self.app_keys = {0: self._list(environment, "APP_KEYS"), 1: self._list(environment, "SANDBOX_APP_KEYS")}
        secrets = self._list(environment, "WEBHOOK_SECRETS")
        self.webhook_keys = [base64.b64decode(it[len("whsec_"):]) for it in secrets]

    @staticmethod
    def _list(environment, name):
        values = [it.strip() for it in environment.get(name, "").split(",") if it.strip()]
        if not values:
            sys.exit(f"{name} is missing: take it from the mailed archive")
        return values

    def check_headers(self, headers, body):
        """Standard Webhooks: a signature over id, time and the bytes of the body, and a time near to now."""
        message_id, timestamp = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
        if not timestamp.isdecimal() or abs(time.time() - int(timestamp)) > TOLERANCE:
            raise Refused(401, "webhook-timestamp is missing or too far away from now")
        signed = f"{message_id}.{timestamp}.".encode() + body
        wanted = ["v1," + base64.b64encode(_hmac(key, signed)).decode() for key in self.webhook_keys]
        if not _any_equal(wanted, headers.get("webhook-signature", "").split()):
            raise Refused(401, "webhook-signature is wrong")

    def check_payload(self, env, event, payload, signature):
        """PayEventSig: over event and payload exactly as they came, with the key of the environment."""
        signed = f"{event}&{payload}".encode()
        wanted = [_hmac(key.encode(), signed).hex() for key in self.app_keys.get(env, [])]
        if not _any_equal(wanted, [signature.lower()]):
            raise Refused(401, "PayEventSig is wrong")


def _hmac(key, message):
    return hmac.new(key, message, hashlib.sha256).digest()


def _any_equal(wanted, given):
    """In constant time for each pair."""
    return any([hmac.compare_digest(a.encode(), b.encode()) for a in wanted for b in given])


class Signed(NamedTuple):
    """The text that PayEventSig is made over."""

    env: int
    payload: str
    signature: str


class Notification(NamedTuple):
    """What the forms have in common."""

    form: str
    event: str
    is_mock: bool
    signed: Optional[Signed]
    order: str
    refund: Optional[str]


def open_body(body):
    """A and C tell it in a signed text, which A has in the message and C in a part of it.

    D tells it in the message itself, and the headers alone prove it.
    """
    is_xml = body.startswith(b"<")
    message = xml(body) if is_xml else json.loads(body)
    part = message.get("MiniGame", message)
    event = message["Event"]
    is_flat = event.startswith("xpay_")
    content = message if is_flat else json.loads(part["Payload"])
    return Notification(
        form="XML" if is_xml else "A" if "EventType" in message else "JSON",
        event=event,
        is_mock=part.get("IsMock") in (True, "true"),
        signed=None if is_flat else Signed(int(content["Env"]), part["Payload"], part["PayEventSig"]),
        order=content["OutTradeNo"] if "OutTradeNo" in content else content["MchOrderId"],
        refund=content.get("RefundId", content.get("WxRefundId")),
    )


class WithoutDoctype(ElementTree.TreeBuilder):
    """A document type could swell without end, or name a file."""

    def doctype(self, name, public_id, system_id):
        raise ValueError("a notification has no document type")


def xml(body):
    """Elements within elements as objects, all others as texts."""

    def read(element):
        return {it.tag: read(it) for it in element} if len(element) else element.text or ""

    return read(ElementTree.fromstring(body, ElementTree.XMLParser(target=WithoutDoctype())))


def understand(keys, ledger, headers, body):
    """Checks a notification and acts on it; returns what to say."""
    keys.check_headers(headers, body)
    try:
        it = open_body(body)
        if it.signed:
            keys.check_payload(it.signed.env, it.event, it.signed.payload, it.signed.signature)
    except (ValueError, KeyError, TypeError, AttributeError, ElementTree.ParseError) as fault:
        raise Refused(400, "this is no notification") from fault
    if it.is_mock:
        return success(it.form, "understood", ledger.count(it.order))
    if it.event in DELIVERIES:
        return success(it.form, "delivered", ledger.deliver(it.order))
    if it.event in REFUNDS:
        return success(it.form, "taken back", ledger.refund(it.order, it.refund))
    raise Refused(400, "unknown event")


def success(form, message, deliveries):
    """Success as each form wants to hear it, and how often the order was handed out."""
    if form == "XML":
        fields = f"<ErrCode>0</ErrCode><ErrMsg>{message}</ErrMsg><deliveries>{deliveries}</deliveries>"
        return "text/xml", f"<xml>{fields}</xml>"
    fields = {"returnCode": "0", "returnMessage": message} if form == "A" else {"ErrCode": 0, "ErrMsg": message}
    return "application/json", json.dumps({**fields, "deliveries": deliveries})


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 20
    keys: Keys
    ledger: Ledger

    def do_POST(self):
        try:
            length = int(self.headers.get("content-length", "0"))
            if length > LONGEST_BODY:
                self.close_connection = True
                raise Refused(413, "too long")
            content_type, reply = understand(self.keys, self.ledger, self.headers, self.rfile.read(length))
            self._answer(200, content_type, reply)
        except Refused as refused:
            self._answer(refused.status, "text/plain", str(refused))

    def _answer(self, status, content_type, text):
        reply = text.encode()
        self.send_response(status)
        self.send_header("content-type", content_type)
        self.send_header("content-length", str(len(reply)))
        self.end_headers()
        self.wfile.write(reply)

    def log_message(self, format, *arguments):
        print(self.address_string(), format % arguments, flush=True)


def main():
    Handler.keys = Keys(os.environ)
    Handler.ledger = Ledger(os.environ.get("LEDGER", "ledger.txt"))
    server = ThreadingHTTPServer((os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", "8090"))), Handler)
    print(f"listening on {server.server_address[1]}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
