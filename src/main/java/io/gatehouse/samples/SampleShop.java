package io.gatehouse.samples;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import io.gatehouse.catalogue.Catalogue;
import io.gatehouse.catalogue.ItemCode;
import io.gatehouse.catalogue.ItemEntry;
import io.gatehouse.catalogue.ItemFilter;
import io.gatehouse.catalogue.ReleaseReviews;
import io.gatehouse.catalogue.ReleasedItem;
import io.gatehouse.catalogue.Releases;
import io.gatehouse.catalogue.Verdict;
import io.gatehouse.requests.RequestView;

import static io.gatehouse.samples.SampleData.ADMINISTRATOR;
import static io.gatehouse.samples.SampleData.DEVELOPER;
import static io.gatehouse.samples.SampleData.REVIEWER;
import static io.gatehouse.samples.SampleData.SKYFORGE;

/** The items of the sample game, and how they came to be on sale. */
@Component
@Profile("sandbox")
class SampleShop {

    private final Catalogue catalogue;
    private final Releases releases;
    private final ReleaseReviews reviews;

    SampleShop(Catalogue catalogue, Releases releases, ReleaseReviews reviews) {
        this.catalogue = catalogue;
        this.releases = releases;
        this.reviews = reviews;
    }

    boolean isFilled() {
        return items() >= SampleItem.ALL.size();
    }

    private int items() {
        return catalogue.list(SKYFORGE, ItemFilter.all(), null, 50).rows().size();
    }

    /** Goes on where it stopped. */
    void fill() {
        SampleItem.ALL.stream().skip(items()).forEach(this::add);
    }

    private void add(SampleItem item) {
        catalogue.add(SKYFORGE, item.entry(), item.pictureBytes(), DEVELOPER);
    }

    int requests() {
        return asked().size();
    }

    private List<RequestView> asked() {
        return releases.list(SKYFORGE, null, 50).rows();
    }

    void askForAll() {
        releases.ask(SKYFORGE, codes(SampleItem.ALL), "Everything for the season start", ADMINISTRATOR);
    }

    boolean isReviewed() {
        return asked().stream().noneMatch(RequestView::isOpen);
    }

    void review() {
        var verdicts = new HashMap<String, Verdict>();
        SampleItem.ALL.forEach(it -> verdicts.put(it.code(), Verdict.approved()));
        verdicts.put(SampleItem.REJECTED, Verdict.rejected("The picture belongs to another game. Use one of your own"));
        asked().stream().filter(RequestView::isOpen).forEach(it -> reviews.decide(it.number(), verdicts, REVIEWER));
    }

    List<ReleasedItem> onSale() {
        return SampleItem.ALL.stream()
                .flatMap(it -> catalogue.released(SKYFORGE, it.code()).stream())
                .toList();
    }

    /** A dearer chest and a new shield: what the reviewers find in their queue. */
    void askForMore() {
        if (items() == SampleItem.ALL.size()) {
            add(SampleItem.LATER);
        }
        catalogue.edit(
                SKYFORGE,
                new ItemEntry("chest_oak", "Oak chest", "2.49", "Now with a guaranteed rare gem"),
                null,
                DEVELOPER);
        var changed = List.of(new ItemCode("chest_oak"), new ItemCode(SampleItem.LATER.code()));
        releases.ask(SKYFORGE, changed, "New price of the chest, and the shield", ADMINISTRATOR);
    }

    private static Collection<ItemCode> codes(List<SampleItem> items) {
        return items.stream().map(it -> new ItemCode(it.code())).toList();
    }
}
