package io.gatehouse.conformance;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Two texts side by side, line by line: what they share, and the part of each line that differs. */
public record Contrast(List<Part> left, List<Part> right) {

    /** A piece of a text. */
    public record Part(String text, boolean differs) {}

    public static Contrast of(String left, String right) {
        var contrast = new Contrast(new ArrayList<>(), new ArrayList<>());
        var ours = left.split("\n", -1);
        var theirs = right.split("\n", -1);
        for (var line = 0; line < Math.max(ours.length, theirs.length); line++) {
            contrast.add(line, line < ours.length ? ours[line] : null, line < theirs.length ? theirs[line] : null);
        }
        return contrast;
    }

    private void add(int line, @Nullable String ours, @Nullable String theirs) {
        var a = ours == null ? "" : ours;
        var b = theirs == null ? "" : theirs;
        var start = commonStart(a, b);
        var end = commonEnd(a, b, start);
        if (ours != null) {
            append(left, line, a, start, end);
        }
        if (theirs != null) {
            append(right, line, b, start, end);
        }
    }

    private static void append(List<Part> side, int line, String text, int start, int end) {
        side.add(new Part((line == 0 ? "" : "\n") + text.substring(0, start), false));
        if (start + end < text.length()) {
            side.add(new Part(text.substring(start, text.length() - end), true));
        }
        side.add(new Part(text.substring(text.length() - end), false));
    }

    private static int commonStart(String a, String b) {
        var most = Math.min(a.length(), b.length());
        var at = 0;
        while (at < most && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        return at;
    }

    private static int commonEnd(String a, String b, int start) {
        var most = Math.min(a.length(), b.length()) - start;
        var count = 0;
        while (count < most && a.charAt(a.length() - 1 - count) == b.charAt(b.length() - 1 - count)) {
            count++;
        }
        return count;
    }
}
