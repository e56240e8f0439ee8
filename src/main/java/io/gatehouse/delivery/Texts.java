package io.gatehouse.delivery;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.ForeignText;
import io.gatehouse.outbound.Reply;

/** What of a reply's head is kept. */
class Texts {

    private static final int LONGEST_TYPE = 200;

    private Texts() {}

    static @Nullable String mediaType(Reply reply) {
        return reply.header("content-type")
                .map(ForeignText::plain)
                .map(it -> it.length() <= LONGEST_TYPE ? it : it.substring(0, LONGEST_TYPE))
                .orElse(null);
    }
}
