package io.gatehouse.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Two texts side by side, word by word: what they share, and what only one of them has. */
public record Contrast(List<Part> left, List<Part> right) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.-]+|.", Pattern.DOTALL);

    /** Beyond it a comparison costs more than it shows. */
    private static final int MOST_WORDS = 1000;

    /** A piece of a text. */
    public record Part(String text, boolean differs) {}

    public static Contrast of(String left, String right) {
        var ours = words(left);
        var theirs = words(right);
        if (ours.size() > MOST_WORDS || theirs.size() > MOST_WORDS) {
            var differs = !left.equals(right);
            return new Contrast(List.of(new Part(left, differs)), List.of(new Part(right, differs)));
        }
        return walk(ours, theirs, commonAfter(ours, theirs));
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    /** How many words the rests of both have in common, in order, from each pair of positions on. */
    private static int[][] commonAfter(List<String> ours, List<String> theirs) {
        var common = new int[ours.size() + 1][theirs.size() + 1];
        for (var i = ours.size() - 1; i >= 0; i--) {
            for (var j = theirs.size() - 1; j >= 0; j--) {
                common[i][j] = ours.get(i).equals(theirs.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static Contrast walk(List<String> ours, List<String> theirs, int[][] common) {
        var contrast = new Contrast(new ArrayList<>(), new ArrayList<>());
        var i = 0;
        var j = 0;
        while (i < ours.size() || j < theirs.size()) {
            if (i < ours.size() && j < theirs.size() && ours.get(i).equals(theirs.get(j))) {
                add(contrast.left, ours.get(i++), false);
                add(contrast.right, theirs.get(j++), false);
            } else if (j == theirs.size() || i < ours.size() && common[i + 1][j] >= common[i][j + 1]) {
                add(contrast.left, ours.get(i++), true);
            } else {
                add(contrast.right, theirs.get(j++), true);
            }
        }
        return contrast;
    }

    private static void add(List<Part> side, String word, boolean differs) {
        var last = side.size() - 1;
        if (last >= 0 && side.get(last).differs() == differs) {
            side.set(last, new Part(side.get(last).text() + word, differs));
        } else {
            side.add(new Part(word, differs));
        }
    }
}
