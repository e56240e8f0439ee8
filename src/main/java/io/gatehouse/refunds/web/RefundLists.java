package io.gatehouse.refunds.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Page;
import io.gatehouse.core.Sentences;
import io.gatehouse.refunds.RefundFilter;
import io.gatehouse.refunds.RefundStatus;
import io.gatehouse.refunds.RefundView;

/** Fills the list of refunds, for a game and for the superapp's people. */
@Component
class RefundLists {

    private final Sentences sentences;
    private final Clock clock;
    private final ZoneId zone;

    RefundLists(Sentences sentences, Clock clock, @Value("${gatehouse.console.zone}") ZoneId zone) {
        this.sentences = sentences;
        this.clock = clock;
        this.zone = zone;
    }

    /** A filter that is refused shows its sentence at its field, what was typed, and no rows. */
    void fill(Model model, FilterForm form, Function<RefundFilter, Page<RefundView>> rows) {
        model.addAttribute("statuses", RefundStatus.values());
        try {
            var filter = form.read(LocalDate.ofInstant(clock.instant(), zone));
            model.addAttribute("refunds", rows.apply(filter));
            model.addAttribute("typed", form.typed(filter));
            model.addAttribute("errors", Map.of());
        } catch (InvalidValue e) {
            model.addAttribute("refunds", new Page<RefundView>(List.of(), null));
            model.addAttribute("typed", form.typed(null));
            model.addAttribute("errors", Map.of(e.field(), sentences.of(e)));
        }
    }
}
