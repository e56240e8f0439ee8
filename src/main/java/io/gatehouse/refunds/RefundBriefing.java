package io.gatehouse.refunds;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.gatehouse.core.Username;
import io.gatehouse.requests.RequestBriefing;
import io.gatehouse.workflow.Markdown;

/** What the forms of a refund say: the sale, the wish, and what was said and decided so far. */
@Component
class RefundBriefing {

    private final RefundOrders refunds;
    private final RequestBriefing requests;
    private final MessageSource messages;
    private final String publicUrl;

    RefundBriefing(
            RefundOrders refunds,
            RequestBriefing requests,
            MessageSource messages,
            @Value("${gatehouse.public-url}") String publicUrl) {
        this.refunds = refunds;
        this.requests = requests;
        this.messages = messages;
        this.publicUrl = publicUrl;
    }

    /** The texts of {@link RequestBriefing#of} and those of the refund. */
    Map<String, Object> of(String number, Locale language) {
        var refund = refunds.findById(number).orElseThrow().view();
        var texts = new LinkedHashMap<>(requests.of(number));
        texts.put("amount", refund.amount().toString());
        texts.put("paid", refund.paid().toString());
        texts.put("item", Markdown.line(refund.item()));
        texts.put("orderNo", refund.orderNo());
        texts.put("outTradeNo", Markdown.line(refund.outTradeNo()));
        texts.put("reason", messages.getMessage(refund.reason().key(), null, language));
        texts.put("source", source(refund, String.valueOf(texts.get("requestedBy")), language));
        texts.put("until", time(refund.hearingUntil()));
        texts.put("answer", answer(refund, language));
        texts.put("grantedBy", person(refund.grant()));
        texts.put(
                "grantedAt", refund.grant() == null ? "–" : time(refund.grant().at()));
        texts.put("grantNote", note(refund.grant()));
        texts.put("link", publicUrl + "/refunds/" + number);
        return texts;
    }

    /** A player and a game's server have no names here. */
    private String source(RefundView refund, String name, Locale language) {
        var source = messages.getMessage(refund.source().key(), null, language);
        return refund.source() == RefundSource.STAFF ? text("by", language, source, name) : source;
    }

    private String answer(RefundView refund, Locale language) {
        var answer = refund.answer();
        if (answer == null) {
            return text(refund.hearingUntil() == null ? "not-asked" : "no-answer", language);
        }
        return text(answer.yes() ? "agrees" : "objects", language, person(answer), note(answer));
    }

    private String text(String key, Locale language, Object... arguments) {
        return messages.getMessage("refund.briefing." + key, arguments, language);
    }

    private String person(@Nullable Word word) {
        return word == null ? "–" : requests.person(new Username(word.by()));
    }

    private static String note(@Nullable Word word) {
        return word == null || word.note().isBlank() ? "–" : Markdown.line(word.note());
    }

    private String time(@Nullable Instant instant) {
        return instant == null ? "–" : requests.time(instant);
    }
}
