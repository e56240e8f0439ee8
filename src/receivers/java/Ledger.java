import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * What was handed out and what was refunded, each once. A file stands in for your database: there, put a unique key on
 * the order number and write it in the same transaction as the item.
 */
class Ledger {

    private final FileChannel file;
    private final Set<String> lines;

    Ledger(Path path) throws IOException {
        lines = new HashSet<>(Files.exists(path) ? Files.readAllLines(path) : Set.of());
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    /** Hands the item out unless that was done, or the money is back; returns how often it was handed out. */
    synchronized int deliver(String order) throws IOException {
        if (lines.contains("refunded " + order) && count(order) == 0) {
            return 0;
        }
        write("delivered " + order);
        return 1;
    }

    /** Notes a refund; returns how often the order was handed out before. */
    synchronized int refund(String order, String number) throws IOException {
        write("refund " + number);
        write("refunded " + order);
        return count(order);
    }

    synchronized int count(String order) {
        return lines.contains("delivered " + order) ? 1 : 0;
    }

    private void write(String line) throws IOException {
        if (!lines.contains(line)) {
            file.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            file.force(false);
            lines.add(line);
        }
    }
}
