<?php

/**
 * A server that understands the notifications of virtual payment. Needs PHP 8.1 and nothing else.
 *
 *     APP_KEYS=… SANDBOX_APP_KEYS=… WEBHOOK_SECRETS=… php -S 127.0.0.1:8090 receiver.php
 *
 * In production the same file runs behind PHP-FPM.
 */

declare(strict_types=1);

const DELIVERIES = [
    'minigame_game_pay_goods_deliver_notify', // forms A and C
    'minigame_h5_goods_deliver_notify', // form C, bought in the game's shop
    'xpay_goods_deliver_notify', // form D
];
const REFUNDS = ['minigame_pay_refund_succ_notify', 'xpay_refund_notify'];
const TOLERANCE = 300; // seconds a notification may be away from now
const LONGEST_BODY = 64 * 1024;

/** A notification that is not believed, or not understood; its code is the status of the answer. */
final class Refused extends RuntimeException
{
}

/**
 * What was handed out and what was refunded, each once. A file stands in for your database: there, put a unique key on
 * the order number and write it in the same transaction as the item.
 */
final class Ledger
{
    /** @var resource */
    private $file;

    /** @var array<string, true> */
    private array $lines;

    public function __construct(string $path)
    {
        $this->file = fopen($path, 'a+') ?: throw new RuntimeException("$path cannot be written");
        flock($this->file, LOCK_EX); // until the end of this request: each one is a process of its own
        rewind($this->file);
        $lines = explode("\n", (string) stream_get_contents($this->file));
        $this->lines = array_fill_keys($lines, true);
    }

    /** Hands the item out unless that was done, or the money is back; returns how often it was handed out. */
    public function deliver(string $order): int
    {
        if (isset($this->lines["refunded $order"]) && $this->count($order) === 0) {
            return 0;
        }
        $this->write("delivered $order");
        return 1;
    }

    /** Notes a refund; returns how often the order was handed out before. */
    public function refund(string $order, string $number): int
    {
        $this->write("refund $number");
        $this->write("refunded $order");
        return $this->count($order);
    }

    public function count(string $order): int
    {
        return isset($this->lines["delivered $order"]) ? 1 : 0;
    }

    private function write(string $line): void
    {
        if (!isset($this->lines[$line])) {
            fwrite($this->file, $line . "\n");
            fsync($this->file);
            $this->lines[$line] = true;
        }
    }
}

/**
 * A list from the environment; while a renewal lasts, the new one first and then the old one.
 *
 * @return list<string>
 */
function keys(string $name): array
{
    $values = array_values(array_filter(array_map('trim', explode(',', (string) getenv($name)))));
    return $values ?: throw new RuntimeException("$name is missing: take it from the mailed archive");
}

/**
 * Compares each pair in constant time.
 *
 * @param list<string> $wanted
 * @param list<string> $given
 */
function anyEqual(array $wanted, array $given): bool
{
    $found = false;
    foreach ($wanted as $a) {
        foreach ($given as $b) {
            $found = hash_equals($a, $b) || $found;
        }
    }
    return $found;
}

/** Standard Webhooks: a signature over id, time and the bytes of the body, and a time near to now. */
function checkHeaders(string $id, string $timestamp, string $signatures, string $body): void
{
    if (!preg_match('/^\d{1,12}$/', $timestamp) || abs(time() - (int) $timestamp) > TOLERANCE) {
        throw new Refused('webhook-timestamp is missing or too far away from now', 401);
    }
    $sign = static function (string $secret) use ($id, $timestamp, $body): string {
        $key = (string) base64_decode(substr($secret, strlen('whsec_')), true);
        return 'v1,' . base64_encode(hash_hmac('sha256', "$id.$timestamp.$body", $key, true));
    };
    if (!anyEqual(array_map($sign, keys('WEBHOOK_SECRETS')), explode(' ', $signatures))) {
        throw new Refused('webhook-signature is wrong', 401);
    }
}

/** PayEventSig: over event and payload exactly as they came, with the key of the environment. */
function checkPayload(int $env, string $event, string $payload, string $signature): void
{
    $keys = match ($env) {
        0 => keys('APP_KEYS'),
        1 => keys('SANDBOX_APP_KEYS'),
        default => [],
    };
    $sign = static fn (string $key): string => hash_hmac('sha256', "$event&$payload", $key);
    if (!anyEqual(array_map($sign, $keys), [strtolower($signature)])) {
        throw new Refused('PayEventSig is wrong', 401);
    }
}

/**
 * Reads the XML of notifications: elements within elements, and text. Not every PHP has a reader. All else is no
 * notification, above all a document type, which could swell without end or name a file.
 *
 * @return array<string, mixed>
 */
function xml(string $text): array
{
    $open = [['', '', []]];
    $read = 0;
    preg_match_all('/\G(?:<(\/?)([A-Za-z][A-Za-z0-9_]*)>|([^<]+))/', $text, $tokens, PREG_SET_ORDER);
    foreach ($tokens as $token) {
        $last = count($open) - 1;
        if (isset($token[3])) {
            $open[$last][1] .= html_entity_decode($token[3], ENT_QUOTES | ENT_XML1, 'UTF-8');
        } elseif ($token[1] === '') {
            $open[] = [$token[2], '', []];
        } elseif ($open[$last][0] === $token[2]) {
            [$name, $characters, $fields] = array_pop($open);
            $open[$last - 1][2][$name] = $fields ?: $characters;
        } else {
            break;
        }
        $read += strlen($token[0]);
    }
    $message = $open[0][2]['xml'] ?? null;
    if ($read !== strlen($text) || count($open) !== 1 || !is_array($message)) {
        throw new Refused('this is no notification', 400);
    }
    return $message;
}

/** What the forms have in common. In A and C it stands in a signed text, the payload. */
final class Notification
{
    public function __construct(
        public readonly string $form,
        public readonly string $event,
        public readonly bool $isMock,
        public readonly ?string $payload,
        public readonly string $signature,
        public readonly int $env,
        public readonly string $order,
        public readonly string $refund,
    ) {
    }

    /**
     * A has the signed text in the message and C in a part of it; D tells all in the message itself, and the headers
     * alone prove it.
     */
    public static function open(string $body): self
    {
        $isXml = str_starts_with($body, '<');
        try {
            $message = $isXml ? xml($body) : json_decode($body, true, 16, JSON_THROW_ON_ERROR);
            $part = $message['MiniGame'] ?? $message;
            $isFlat = str_starts_with($message['Event'] ?? '', 'xpay_');
            $content = $isFlat ? $message : json_decode($part['Payload'] ?? '', true, 16, JSON_THROW_ON_ERROR);
            return new self(
                form: $isXml ? 'XML' : (isset($message['EventType']) ? 'A' : 'JSON'),
                event: $message['Event'] ?? '',
                isMock: in_array($part['IsMock'] ?? false, [true, 'true'], true),
                payload: $isFlat ? null : $part['Payload'],
                signature: $part['PayEventSig'] ?? '',
                env: (int) ($content['Env'] ?? -1),
                order: $content['OutTradeNo'] ?? $content['MchOrderId'],
                refund: $content['RefundId'] ?? $content['WxRefundId'] ?? '',
            );
        } catch (JsonException | TypeError) {
            throw new Refused('this is no notification', 400);
        }
    }

    /**
     * Success as each form wants to hear it.
     *
     * @return array{string, string} content type and answer
     */
    public function success(string $message, int $deliveries): array
    {
        if ($this->form === 'XML') {
            $fields = "<ErrCode>0</ErrCode><ErrMsg>$message</ErrMsg><deliveries>$deliveries</deliveries>";
            return ['text/xml', "<xml>$fields</xml>"];
        }
        $fields = $this->form === 'A'
            ? ['returnCode' => '0', 'returnMessage' => $message]
            : ['ErrCode' => 0, 'ErrMsg' => $message];
        return ['application/json', json_encode([...$fields, 'deliveries' => $deliveries], JSON_THROW_ON_ERROR)];
    }
}

/**
 * Checks a notification and acts on it.
 *
 * @return array{string, string} content type and answer
 */
function understand(string $body): array
{
    checkHeaders(
        $_SERVER['HTTP_WEBHOOK_ID'] ?? '',
        $_SERVER['HTTP_WEBHOOK_TIMESTAMP'] ?? '',
        $_SERVER['HTTP_WEBHOOK_SIGNATURE'] ?? '',
        $body,
    );
    $it = Notification::open($body);
    if ($it->payload !== null) {
        checkPayload($it->env, $it->event, $it->payload, $it->signature);
    }
    $ledger = new Ledger(getenv('LEDGER') ?: 'ledger.txt');
    if ($it->isMock) {
        return $it->success('understood', $ledger->count($it->order));
    }
    if (in_array($it->event, DELIVERIES, true)) {
        return $it->success('delivered', $ledger->deliver($it->order));
    }
    if (in_array($it->event, REFUNDS, true)) {
        return $it->success('taken back', $ledger->refund($it->order, $it->refund));
    }
    throw new Refused('unknown event', 400);
}

function answer(int $status, string $type, string $text): void
{
    http_response_code($status);
    header("content-type: $type");
    echo $text;
}

try {
    if (($_SERVER['REQUEST_METHOD'] ?? '') !== 'POST') {
        throw new Refused('only POST', 405);
    }
    $body = (string) file_get_contents('php://input', false, null, 0, LONGEST_BODY + 1);
    if (strlen($body) > LONGEST_BODY) {
        throw new Refused('too long', 413);
    }
    answer(200, ...understand($body));
} catch (Refused $refused) {
    answer($refused->getCode(), 'text/plain', $refused->getMessage());
} catch (Throwable $fault) {
    error_log((string) $fault);
    answer(500, 'text/plain', 'internal error');
}
