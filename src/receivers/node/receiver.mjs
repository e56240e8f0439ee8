// A server that understands the notifications of virtual payment. Needs Node.js 18 and nothing else.
//
//     APP_KEYS=… SANDBOX_APP_KEYS=… WEBHOOK_SECRETS=… node receiver.mjs

import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { createServer } from "node:http";

const DELIVERY = "minigame_game_pay_goods_deliver_notify";
const REFUND = "minigame_pay_refund_succ_notify";
const TOLERANCE = 300; // seconds a notification may be away from now
const LONGEST_BODY = 64 * 1024;

/** A notification that is not believed, or not understood. */
class Refused extends Error {
  constructor(status, reason) {
    super(reason);
    this.status = status;
  }
}

/**
 * What was handed out and what was refunded, each once. A file stands in for your database: there, put a unique key on
 * the order number and write it in the same transaction as the item.
 */
class Ledger {
  #file;
  #lines;

  constructor(path) {
    this.#lines = new Set(existsSync(path) ? readFileSync(path, "utf8").split("\n") : []);
    this.#file = openSync(path, "a");
    process.on("exit", () => closeSync(this.#file));
  }

  /** Hands the item out unless that was done, or the money is back; returns how often it was handed out. */
  deliver(env, order) {
    if (this.#lines.has(`refunded ${env} ${order}`) && !this.count(env, order)) return 0;
    this.#write(`delivered ${env} ${order}`);
    return 1;
  }

  /** Notes a refund; returns how often the order was handed out before. */
  refund(env, order, refund) {
    this.#write(`refund ${env} ${refund}`);
    this.#write(`refunded ${env} ${order}`);
    return this.count(env, order);
  }

  count(env, order) {
    return this.#lines.has(`delivered ${env} ${order}`) ? 1 : 0;
  }

  #write(line) {
    if (this.#lines.has(line)) return;
    writeSync(this.#file, line + "\n");
    fsyncSync(this.#file);
    this.#lines.add(line);
  }
}

/** A list from the environment; while a renewal lasts, the new one first and then the old one. */
function list(name) {
  const values = (process.env[name] ?? "").split(",").map((it) => it.trim()).filter(Boolean);
  if (values.length === 0) {
    console.error(`${name} is missing: take it from the mailed archive`);
    process.exit(1);
  }
  return values;
}

const appKeys = { 0: list("APP_KEYS"), 1: list("SANDBOX_APP_KEYS") };
const webhookKeys = list("WEBHOOK_SECRETS").map((it) => Buffer.from(it.slice("whsec_".length), "base64"));
const ledger = new Ledger(process.env.LEDGER ?? "ledger.txt");

/** In constant time, whatever the lengths are. */
function equal(a, b) {
  const digest = (text) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

const anyEqual = (wanted, given) =>
  wanted.flatMap((a) => given.map((b) => equal(a, b))).some((it) => it);

/** Standard Webhooks: a signature over id, time and the bytes of the body, and a time near to now. */
function checkHeaders(headers, body) {
  const timestamp = headers["webhook-timestamp"] ?? "";
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(Date.now() / 1000 - Number(timestamp)) > TOLERANCE) {
    throw new Refused(401, "webhook-timestamp is missing or too far away from now");
  }
  const sign = (key) =>
    "v1," + createHmac("sha256", key).update(`${headers["webhook-id"]}.${timestamp}.`).update(body).digest("base64");
  const given = (headers["webhook-signature"] ?? "").split(" ");
  if (!anyEqual(webhookKeys.map(sign), given)) throw new Refused(401, "webhook-signature is wrong");
}

/** PayEventSig: over event and payload exactly as they came, with the key of the environment. */
function checkPayload(env, event, payload, signature) {
  const sign = (key) => createHmac("sha256", key).update(`${event}&${payload}`).digest("hex");
  const wanted = (appKeys[env] ?? []).map(sign);
  if (!anyEqual(wanted, [signature.toLowerCase()])) throw new Refused(401, "PayEventSig is wrong");
}

function read(body) {
  try {
    const envelope = JSON.parse(body);
    const content = JSON.parse(envelope.Payload);
    const texts = [envelope.Event, envelope.PayEventSig, content.OutTradeNo];
    if (texts.every((it) => typeof it === "string")) return { envelope, content };
  } catch {
    // it is told below
  }
  throw new Refused(400, "this is no notification");
}

/** Checks a notification and acts on it; returns what to say and how often its order was handed out. */
function understand(headers, body) {
  checkHeaders(headers, body);
  const { envelope, content } = read(body);
  const env = Number(content.Env);
  checkPayload(env, envelope.Event, envelope.Payload, envelope.PayEventSig);
  if (envelope.IsMock === true) return ["understood", ledger.count(env, content.OutTradeNo)];
  if (envelope.Event === DELIVERY) return ["delivered", ledger.deliver(env, content.OutTradeNo)];
  if (envelope.Event === REFUND) return ["taken back", ledger.refund(env, content.OutTradeNo, content.RefundId)];
  throw new Refused(400, "unknown event");
}

async function bytes(request) {
  const parts = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > LONGEST_BODY) throw new Refused(413, "too long");
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const server = createServer(async (request, response) => {
  const answer = (status, fields) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(fields));
  };
  try {
    if (request.method !== "POST") throw new Refused(405, "only POST");
    const [returnMessage, deliveries] = understand(request.headers, await bytes(request));
    answer(200, { returnCode: "0", returnMessage, data: "ok", deliveries });
  } catch (fault) {
    if (!(fault instanceof Refused)) console.error(fault);
    answer(fault.status ?? 500, { returnCode: "1", returnMessage: fault.status ? fault.message : "internal error" });
  }
});

server.listen(Number(process.env.PORT ?? 8090), process.env.HOST ?? "127.0.0.1", () =>
  console.log(`listening on ${server.address().port}`),
);
