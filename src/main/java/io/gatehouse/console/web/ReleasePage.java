package io.gatehouse.console.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.gatehouse.access.People;
import io.gatehouse.access.Person;
import io.gatehouse.catalogue.ReleaseReview;
import io.gatehouse.catalogue.ReleaseReviews;
import io.gatehouse.catalogue.ReviewLine;
import io.gatehouse.catalogue.Verdict;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Sentences;
import io.gatehouse.core.Username;

/** The review of a release by difference: items in groups by what changed, each with its own decision. */
@Component
class ReleasePage {

    private static final int SHOWN = 200;
    private static final List<String> GROUPS = List.of("PRICE", "PICTURE", "TEXT", "NEW", "SAME");
    private static final String APPROVE = "approve";
    private static final String REJECT = "reject";

    private final ReleaseReviews reviews;
    private final People people;
    private final Sentences sentences;

    ReleasePage(ReleaseReviews reviews, People people, Sentences sentences) {
        this.reviews = reviews;
        this.people = people;
        this.sentences = sentences;
    }

    void show(String number, Person me, Map<String, String> typed, Model page) {
        var review = reviews.pending(number);
        var decidable = review.toDecide();
        var lines = review.stage() == 0 ? review.lines() : decidable;
        page.addAttribute("review", review);
        page.addAttribute("total", lines.size());
        page.addAttribute("shown", Math.min(SHOWN, lines.size()));
        page.addAttribute("groups", groups(lines, review.stage() > 0, typed));
        page.addAttribute("settled", review.lines().size() - decidable.size());
        page.addAttribute("firstReviewer", name(review));
        page.addAttribute(
                "secondByFirst", review.stage() == 2 && Objects.equals(review.firstReviewer(), me.username()));
    }

    /**
     * Keeps the verdicts that were typed and differ from those kept already.
     *
     * @return how many items are still open
     * @throws RefusedItems naming the items whose rejection lacks its reason
     */
    long decide(String number, Map<String, String> typed, Username by) {
        var verdicts = new LinkedHashMap<String, Verdict>();
        var faults = new LinkedHashMap<String, String>();
        for (var line : reviews.pending(number).toDecide()) {
            var said = typed.getOrDefault("v." + line.code(), "");
            if ((said.equals(APPROVE) || said.equals(REJECT)) && !isKept(line, said, typed)) {
                try {
                    verdicts.put(line.code(), new Verdict(said.equals(APPROVE), reason(line, said, typed)));
                } catch (InvalidValue fault) {
                    faults.put(line.code(), sentences.of(fault));
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new RefusedItems(faults);
        }
        if (verdicts.isEmpty()) {
            throw new InvalidValue("verdicts", "reviews.nothing-chosen");
        }
        return reviews.decide(number, verdicts, by);
    }

    private static boolean isKept(ReviewLine line, String said, Map<String, String> typed) {
        return said.equals(kept(line))
                && (said.equals(APPROVE)
                        || Objects.equals(
                                line.note(),
                                typed.getOrDefault("why." + line.code(), "").strip()));
    }

    /** The item's own reason, else the note to the whole team. */
    private static String reason(ReviewLine line, String said, Map<String, String> typed) {
        if (said.equals(APPROVE)) {
            return "";
        }
        var own = typed.getOrDefault("why." + line.code(), "");
        return own.isBlank() ? typed.getOrDefault("note", "") : own;
    }

    private static Map<String, List<ReleaseLineView>> groups(
            List<ReviewLine> lines, boolean decidable, Map<String, String> typed) {
        var groups = new LinkedHashMap<String, List<ReleaseLineView>>();
        GROUPS.forEach(it -> groups.put(it, new ArrayList<>()));
        var shown = 0;
        for (var group : GROUPS) {
            for (var line : lines) {
                if (line.kind().equals(group) && shown < SHOWN) {
                    groups.get(group).add(view(line, decidable, typed));
                    shown++;
                }
            }
        }
        groups.values().removeIf(List::isEmpty);
        return groups;
    }

    private static ReleaseLineView view(ReviewLine line, boolean decidable, Map<String, String> typed) {
        return new ReleaseLineView(
                line,
                decidable,
                typed.getOrDefault("v." + line.code(), kept(line)),
                typed.getOrDefault("why." + line.code(), line.note() == null ? "" : line.note()));
    }

    private static String kept(ReviewLine line) {
        return line.verdict() == null ? "" : line.verdict().equals("APPROVED") ? APPROVE : REJECT;
    }

    private String name(ReleaseReview review) {
        return review.firstReviewer() == null
                ? ""
                : people.find(review.firstReviewer())
                        .map(Person::name)
                        .orElse(review.firstReviewer().value());
    }
}
