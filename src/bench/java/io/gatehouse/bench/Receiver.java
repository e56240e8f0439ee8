package io.gatehouse.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

/**
 * The games' server of all contestants, in a process and on a thread of its own: it acknowledges what it is sent and
 * notes when. The path {@code /e/<number>} names the endpoint, {@link OrderNumber} the order.
 */
final class Receiver {

    private static final byte[] ACKNOWLEDGED = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 33\r\n\r\n{\"returnCode\":\"0\",\"data\":\"done\"} ")
            .getBytes(StandardCharsets.US_ASCII);

    private final Selector selector;
    private final ServerSocketChannel listener;
    private final Queue<Runnable> errands = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Due> later = new PriorityQueue<>();
    private final Queue<SelectionKey> hanging = new ArrayDeque<>();
    private final Ledger ledger = new Ledger();
    private final Desk[] desks = new Desk[Desk.MOST];

    private Receiver() throws IOException {
        selector = Selector.open();
        listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
        for (var number = 0; number < desks.length; number++) {
            desks[number] = new Desk();
        }
    }

    public static void main(String[] arguments) throws IOException {
        var parent = new Parent();
        var receiver = new Receiver();
        var thread = new Thread(receiver::work, "receiver");
        thread.setDaemon(true);
        thread.start();
        parent.serve(String.valueOf(receiver.listener.socket().getLocalPort()), receiver::obey);
    }

    private String obey(String[] words) throws Exception {
        var answer = new ConcurrentLinkedQueue<String>();
        errands.add(() -> {
            synchronized (answer) {
                answer.add(answer(words));
                answer.notifyAll();
            }
        });
        selector.wakeup();
        synchronized (answer) {
            while (answer.isEmpty()) {
                answer.wait();
            }
            return answer.remove();
        }
    }

    /** On the receiver's own thread. */
    private String answer(String[] words) {
        switch (words[0]) {
            case "answer" -> desks[number(words[1])].behave(Desk.Behaviour.ANSWER, number(words[2]));
            case "hang" -> desks[number(words[1])].behave(Desk.Behaviour.HANG, 0);
            case "close" -> desks[number(words[1])].behave(Desk.Behaviour.CLOSE, 0);
            case "end" -> desks[number(words[1])].endSender(Long.parseLong(words[2]), Boolean.parseBoolean(words[3]));
            case "most" -> {
                return String.valueOf(desks[number(words[1])].mostAtOnce());
            }
            case "first" -> {
                return String.valueOf(desks[number(words[1])].first());
            }
            case "tally" -> {
                return ledger.tally(number(words[1]), number(words[2]));
            }
            case "times" -> {
                return LongStream.range(number(words[1]), number(words[2]))
                        .mapToObj(it -> String.valueOf(ledger.acknowledgedAt((int) it)))
                        .collect(Collectors.joining(" "));
            }
            case "last" -> {
                return String.valueOf(LongStream.range(number(words[1]), number(words[2]))
                        .map(it -> ledger.lastAcknowledgedAt((int) it))
                        .max()
                        .orElse(0));
            }
            default -> throw new IllegalArgumentException(words[0]);
        }
        return "done";
    }

    private static int number(String word) {
        return Integer.parseInt(word);
    }

    private void work() {
        try {
            while (true) {
                selector.select(wait(later.peek()));
                for (var errand = errands.poll(); errand != null; errand = errands.poll()) {
                    errand.run();
                }
                var now = System.nanoTime();
                for (var due = later.peek(); due != null && due.at <= now; due = later.peek()) {
                    later.remove();
                    acknowledge(due.key, due.desk, due.order);
                }
                for (var key : selector.selectedKeys()) {
                    serve(key);
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException e) {
            e.printStackTrace();
        }
    }

    private static long wait(@Nullable Due next) {
        return next == null ? 0 : Math.max(1, (next.at - System.nanoTime()) / 1_000_000);
    }

    private void serve(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                var channel = listener.accept();
                channel.configureBlocking(false);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.register(selector, SelectionKey.OP_READ, new Inbox());
            } else if (key.isReadable()) {
                read(key);
            }
        } catch (IOException e) {
            close(key);
        }
    }

    private void read(SelectionKey key) throws IOException {
        var inbox = (Inbox) key.attachment();
        if (!inbox.readFrom((SocketChannel) key.channel())) {
            close(key);
            return;
        }
        while (inbox.isWhole()) {
            var desk = desks[inbox.endpoint()];
            var order = inbox.order();
            var print = inbox.print();
            inbox.next();
            switch (desk.behaviour()) {
                case HANG -> hanging.add(key);
                case CLOSE -> close(key);
                case ANSWER -> {
                    ledger.begin(order, print);
                    desk.begin();
                    desk.endSenderIf(false);
                    if (desk.delayNanos() == 0) {
                        acknowledge(key, desk, order);
                    } else {
                        later.add(new Due(System.nanoTime() + desk.delayNanos(), key, desk, order));
                    }
                }
            }
        }
    }

    private void acknowledge(SelectionKey key, Desk desk, int order) {
        desk.end(Now.micros());
        ledger.end(order, Now.micros());
        try {
            ((SocketChannel) key.channel()).write(ByteBuffer.wrap(ACKNOWLEDGED));
            desk.endSenderIf(true);
        } catch (IOException e) {
            close(key);
        }
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            e.printStackTrace();
        }
    }

    private record Due(long at, SelectionKey key, Desk desk, int order) implements Comparable<Due> {

        @Override
        public int compareTo(Due other) {
            return Long.compare(at, other.at);
        }
    }
}
