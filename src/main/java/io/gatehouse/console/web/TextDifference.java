package io.gatehouse.console.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What changed between two texts, word by word, or sign by sign in Chinese. */
final class TextDifference {

    private static final Pattern TOKEN = Pattern.compile("\\p{IsHan}|[^\\s\\p{IsHan}]+|\\s+");
    private static final int MOST_CELLS = 200_000;

    private final List<String> before;
    private final List<String> after;
    private final List<Part> parts = new ArrayList<>();

    private TextDifference(String before, String after) {
        this.before = tokens(before);
        this.after = tokens(after);
    }

    /** A run of words: {@code same}, {@code gone} or {@code new}. */
    record Part(String kind, String text) {}

    static List<Part> between(String before, String after) {
        return new TextDifference(before, after).parts();
    }

    private List<Part> parts() {
        if ((long) before.size() * after.size() > MOST_CELLS) {
            add("gone", before);
            add("new", after);
            return parts;
        }
        var common = commonLengths();
        var i = 0;
        var j = 0;
        while (i < before.size() && j < after.size()) {
            if (before.get(i).equals(after.get(j))) {
                add("same", List.of(before.get(i)));
                i++;
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                add("gone", List.of(before.get(i++)));
            } else {
                add("new", List.of(after.get(j++)));
            }
        }
        add("gone", before.subList(i, before.size()));
        add("new", after.subList(j, after.size()));
        return parts;
    }

    /** How many tokens the rests from i and j on have in common. */
    private int[][] commonLengths() {
        var lengths = new int[before.size() + 1][after.size() + 1];
        for (var i = before.size() - 1; i >= 0; i--) {
            for (var j = after.size() - 1; j >= 0; j--) {
                lengths[i][j] = before.get(i).equals(after.get(j))
                        ? lengths[i + 1][j + 1] + 1
                        : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        return lengths;
    }

    private void add(String kind, List<String> tokens) {
        if (tokens.isEmpty()) {
            return;
        }
        var text = String.join("", tokens);
        var last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        if (last != null && last.kind().equals(kind)) {
            parts.set(parts.size() - 1, new Part(kind, last.text() + text));
        } else {
            parts.add(new Part(kind, text));
        }
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(it -> it.group()).toList();
    }
}
