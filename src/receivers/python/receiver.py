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

DELIVERY = "minigame_game_pay_goods_deliver_notify"
REFUND = "minigame_pay_refund_succ_notify"
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

    def deliver(self, env, order):
        """Hands the item out unless that was done, or the money is back; returns how often it was handed out."""
        with self._lock:
            if f"refunded {env} {order}" in self._lines and f"delivered {env} {order}" not in self._lines:
                return 0
            self._write(f"delivered {env} {order}")
            return 1

    def refund(self, env, order, refund):
        """Notes a refund; returns how often the order was handed out before."""
        with self._lock:
            self._write(f"refund {env} {refund}")
            self._write(f"refunded {env} {order}")
            return 1 if f"delivered {env} {order}" in self._lines else 0

    def count(self, env, order):
        with self._lock:
            return 1 if f"delivered {env} {order}" in self._lines else 0

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


def understand(keys, ledger, headers, body):
    """Checks a notification and acts on it; returns what to say and how often its order was handed out."""
    keys.check_headers(headers, body)
    try:
        envelope = json.loads(body)
        event, payload = envelope["Event"], envelope["Payload"]
        content = json.loads(payload)
        env, order = int(content["Env"]), content["OutTradeNo"]
        keys.check_payload(env, event, payload, envelope["PayEventSig"])
        if envelope.get("IsMock") is True:
            return "understood", ledger.count(env, order)
        if event == DELIVERY:
            return "delivered", ledger.deliver(env, order)
        if event == REFUND:
            return "taken back", ledger.refund(env, order, content["RefundId"])
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise Refused(400, "this is no notification") from fault
    raise Refused(400, "unknown event")


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
            message, deliveries = understand(self.keys, self.ledger, self.headers, self.rfile.read(length))
            self._answer(200, {"returnCode": "0", "returnMessage": message, "data": "ok", "deliveries": deliveries})
        except Refused as refused:
            self._answer(refused.status, {"returnCode": "1", "returnMessage": str(refused)})

    def _answer(self, status, fields):
        reply = json.dumps(fields).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
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
