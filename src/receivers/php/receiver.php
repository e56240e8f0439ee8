<?php

/**
 * A server that understands the notifications of virtual payment. Needs PHP 8.1 and nothing else.
 *
 *     APP_KEYS=… SANDBOX_APP_KEYS=… WEBHOOK_SECRETS=… php -S 127.0.0.1:8090 receiver.php
 *
 * In production the same file runs behind PHP-FPM.
 */

declare(strict_types=1);

const DELIVERY = 'minigame_game_pay_goods_deliver_notify';
const REFUND = 'minigame_pay_refund_succ_notify';
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
    public function deliver(int $env, string $order): int
    {
        if (isset($this->lines["refunded $env $order"]) && $this->count($env, $order) === 0) {
            return 0;
        }
        $this->write("delivered $env $order");
        return 1;
    }

    /** Notes a refund; returns how often the order was handed out before. */
    public function refund(int $env, string $order, string $refund): int
    {
        $this->write("refund $env $refund");
        $this->write("refunded $env $order");
        return $this->count($env, $order);
    }

    public function count(int $env, string $order): int
    {
        return isset($this->lines["delivered $env $order"]) ? 1 : 0;
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
 * Checks a notification and acts on it.
 *
 * @return array{string, int} what to say, and how often its order was handed out
 */
function understand(string $body): array
{
    checkHeaders(
        $_SERVER['HTTP_WEBHOOK_ID'] ?? '',
        $_SERVER['HTTP_WEBHOOK_TIMESTAMP'] ?? '',
        $_SERVER['HTTP_WEBHOOK_SIGNATURE'] ?? '',
        $body,
    );
    try {
        $envelope = json_decode($body, true, 16, JSON_THROW_ON_ERROR);
        $content = json_decode($envelope['Payload'] ?? '', true, 16, JSON_THROW_ON_ERROR);
    } catch (JsonException | TypeError) {
        throw new Refused('this is no notification', 400);
    }
    $event = (string) ($envelope['Event'] ?? '');
    $env = (int) ($content['Env'] ?? -1);
    $order = (string) ($content['OutTradeNo'] ?? '');
    checkPayload($env, $event, $envelope['Payload'], (string) ($envelope['PayEventSig'] ?? ''));
    $ledger = new Ledger(getenv('LEDGER') ?: 'ledger.txt');
    if (($envelope['IsMock'] ?? false) === true) {
        return ['understood', $ledger->count($env, $order)];
    }
    return match ($event) {
        DELIVERY => ['delivered', $ledger->deliver($env, $order)],
        REFUND => ['taken back', $ledger->refund($env, $order, (string) ($content['RefundId'] ?? ''))],
        default => throw new Refused('unknown event', 400),
    };
}

header('content-type: application/json');
try {
    if (($_SERVER['REQUEST_METHOD'] ?? '') !== 'POST') {
        throw new Refused('only POST', 405);
    }
    $body = (string) file_get_contents('php://input', false, null, 0, LONGEST_BODY + 1);
    if (strlen($body) > LONGEST_BODY) {
        throw new Refused('too long', 413);
    }
    [$message, $deliveries] = understand($body);
    echo json_encode(['returnCode' => '0', 'returnMessage' => $message, 'data' => 'ok', 'deliveries' => $deliveries]);
} catch (Refused $refused) {
    http_response_code($refused->getCode());
    echo json_encode(['returnCode' => '1', 'returnMessage' => $refused->getMessage()]);
} catch (Throwable $fault) {
    error_log((string) $fault);
    http_response_code(500);
    echo json_encode(['returnCode' => '1', 'returnMessage' => 'internal error']);
}
