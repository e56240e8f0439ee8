package io.gatehouse.access.web;

import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.gatehouse.core.Notice;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Sentences;

/** Puts a refusal on the page it came from, at its field, with what was typed. */
@Component
class Refused {

    private final Sentences sentences;

    Refused(Sentences sentences) {
        this.sentences = sentences;
    }

    void show(Refusal refusal, Map<String, ?> typed, Model page) {
        page.addAttribute("typed", typed);
        page.addAttribute("errors", sentences.byField(refusal));
        page.addAttribute(Notice.ATTRIBUTE, Notice.refused(refusal));
    }
}
