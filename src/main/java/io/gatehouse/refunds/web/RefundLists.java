package io.gatehouse.refunds.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Page;
import io.gatehouse.core.Sentences;
import io.gatehouse.refunds.RefundFilter;
import io.gatehouse.refunds.RefundStatus;
import io.gatehouse.refunds.RefundView;
import io.gatehouse.refunds.Refunds;

/** Fills the list of refunds, for a game and for the superapp's people. */
@Component
class RefundLists {

    private final Refunds refunds;
    private final Sentences sentences;

    RefundLists(Refunds refunds, Sentences sentences) {
        this.refunds = refunds;
        this.sentences = sentences;
    }

    /** A filter that is refused shows its sentence at its field, what was typed, and no rows. */
    void fill(Model model, FilterForm form, Function<RefundFilter, Page<RefundView>> rows) {
        model.addAttribute("statuses", RefundStatus.values());
        model.addAttribute("typed", form.typed());
        try {
            var filter = form.read(refunds);
            model.addAttribute("refunds", rows.apply(filter));
            model.addAttribute("filter", filter);
            model.addAttribute("errors", Map.of());
        } catch (InvalidValue e) {
            model.addAttribute("refunds", new Page<RefundView>(List.of(), null));
            model.addAttribute("errors", sentences.byField(e));
        }
    }
}
