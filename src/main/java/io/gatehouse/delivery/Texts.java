package io.gatehouse.delivery;

import org.jspecify.annotations.Nullable;

import io.gatehouse.outbound.Reply;

/** Foreign text, made such that a database and a page can hold it. */
class Texts {

    private static final int LONGEST_TYPE = 200;

    private Texts() {}

    static String storable(String text) {
        return text.replace('\0', '\ufffd');
    }

    static @Nullable String mediaType(Reply reply) {
        return reply.header("content-type")
                .map(Texts::storable)
                .map(it -> it.length() <= LONGEST_TYPE ? it : it.substring(0, LONGEST_TYPE))
                .orElse(null);
    }
}
