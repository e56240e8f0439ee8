package io.gatehouse.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.BiConsumer;

/** Hands a stream of bytes on in numbered pieces of at most a mebibyte. */
class ChunkedOutput extends OutputStream {

    private static final int SIZE = 1 << 20;

    private final BiConsumer<Integer, byte[]> pieces;
    private final byte[] piece = new byte[SIZE];
    private int filled;
    private int number;

    ChunkedOutput(BiConsumer<Integer, byte[]> pieces) {
        this.pieces = pieces;
    }

    /** Writes one piece where it is wanted. */
    static void write(OutputStream out, byte[] piece) {
        try {
            out.write(piece);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        var written = 0;
        while (written < length) {
            var fits = Math.min(SIZE - filled, length - written);
            System.arraycopy(bytes, from + written, piece, filled, fits);
            filled += fits;
            written += fits;
            if (filled == SIZE) {
                handOn();
            }
        }
    }

    @Override
    public void close() {
        if (filled > 0) {
            handOn();
        }
    }

    private void handOn() {
        pieces.accept(number++, Arrays.copyOf(piece, filled));
        filled = 0;
    }
}
