// A server that understands the notifications of virtual payment. Needs Node.js 18 and nothing else.
//
//     APP_KEYS=… SANDBOX_APP_KEYS=… WEBHOOK_SECRETS=… node receiver.mjs

import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { createServer } from "node:http";

const DELIVERIES = [
  "minigame_game_pay_goods_deliver_notify", // forms A and C
  "minigame_h5_goods_deliver_notify", // form C, bought in the game's shop
  "xpay_goods_deliver_notify", // form D
];
const REFUNDS = ["minigame_pay_refund_succ_notify", "xpay_refund_notify"];
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
  deliver(order) {
    if (this.#lines.has(`refunded ${order}`) && !this.count(order)) return 0;
    this.#write(`delivered ${order}`);
    return 1;
  }

  /** Notes a refund; returns how often the order was handed out before. */
  refund(order, number) {
    this.#write(`refund ${number}`);
    this.#write(`refunded ${order}`);
    return this.count(order);
  }

  count(order) {
    return this.#lines.has(`delivered ${order}`) ? 1 : 0;
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

/**
 * Reads the XML of notifications: elements within elements, and text. There is no reader in the standard library. All
 * else is no notification, above all a document type, which could swell without end or name a file.
 */
function xml(text) {
  const tag = /<(\/?)([A-Za-z][A-Za-z0-9_]*)>|([^<]+)/gy;
  const document = { text: "", fields: {} };
  const open = [{ name: "", node: document }];
  let read = 0;
  for (const [token, closing, name, characters] of text.matchAll(tag)) {
    const within = open.at(-1);
    if (characters) {
      within.node.text += characters.replace(/&(?:#(\d{1,7})|(amp|lt|gt|quot|apos));/g, (_, code, entity) =>
        code ? String.fromCodePoint(Number(code)) : { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }[entity]);
    } else if (closing) {
      if (within.name !== name) break;
      open.pop();
      const { text, fields } = within.node;
      open.at(-1).node.fields[name] = Object.keys(fields).length ? fields : text;
    } else {
      open.push({ name, node: { text: "", fields: {} } });
    }
    read += token.length;
  }
  if (read !== text.length || open.length !== 1) throw new Refused(400, "this is no notification");
  return document.fields.xml;
}

/**
 * What the forms have in common. A and C tell it in a signed text, which A has in the message and C in a part of it; D
 * tells it in the message itself, and the headers alone prove it.
 */
function open(body) {
  const text = body.toString("utf8");
  const isXml = text.startsWith("<");
  const message = isXml ? xml(text) : JSON.parse(text);
  const part = message.MiniGame ?? message;
  const isFlat = message.Event.startsWith("xpay_");
  if (!isFlat && [part.Payload, part.PayEventSig].some((it) => typeof it !== "string")) throw new TypeError();
  const content = isFlat ? message : JSON.parse(part.Payload);
  const order = content.OutTradeNo ?? content.MchOrderId;
  if (typeof order !== "string") throw new TypeError();
  return {
    form: isXml ? "XML" : message.EventType ? "A" : "JSON",
    event: message.Event,
    isMock: String(part.IsMock) === "true",
    signed: isFlat ? null : { env: content.Env, payload: part.Payload, signature: part.PayEventSig },
    order,
    refund: content.RefundId ?? content.WxRefundId,
  };
}

function read(body) {
  try {
    return open(body);
  } catch (fault) {
    if (fault instanceof SyntaxError || fault instanceof TypeError) throw new Refused(400, "this is no notification");
    throw fault;
  }
}

/** Checks a notification and acts on it; returns what to say. */
function understand(headers, body) {
  checkHeaders(headers, body);
  const it = read(body);
  if (it.signed) checkPayload(it.signed.env, it.event, it.signed.payload, it.signed.signature);
  if (it.isMock) return success(it.form, "understood", ledger.count(it.order));
  if (DELIVERIES.includes(it.event)) return success(it.form, "delivered", ledger.deliver(it.order));
  if (REFUNDS.includes(it.event)) return success(it.form, "taken back", ledger.refund(it.order, it.refund));
  throw new Refused(400, "unknown event");
}

/** Success as each form wants to hear it, and how often the order was handed out. */
function success(form, message, deliveries) {
  if (form === "XML") {
    const fields = `<ErrCode>0</ErrCode><ErrMsg>${message}</ErrMsg><deliveries>${deliveries}</deliveries>`;
    return ["text/xml", `<xml>${fields}</xml>`];
  }
  const fields = form === "A" ? { returnCode: "0", returnMessage: message } : { ErrCode: 0, ErrMsg: message };
  return ["application/json", JSON.stringify({ ...fields, deliveries })];
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
  const answer = (status, type, text) => response.writeHead(status, { "content-type": type }).end(text);
  try {
    if (request.method !== "POST") throw new Refused(405, "only POST");
    answer(200, ...understand(request.headers, await bytes(request)));
  } catch (fault) {
    if (!(fault instanceof Refused)) console.error(fault);
    answer(fault.status ?? 500, "text/plain", fault.status ? fault.message : "internal error");
  }
});

server.listen(Number(process.env.PORT ?? 8090), process.env.HOST ?? "127.0.0.1", () =>
  console.log(`listening on ${server.address().port}`),
);
