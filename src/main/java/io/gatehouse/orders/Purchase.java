package io.gatehouse.orders;

import org.jspecify.annotations.Nullable;

/**
 * A player wants to buy: what the client SDK sends, each text exactly as it came.
 *
 * @param signData the JSON of the purchase, byte for byte as it was signed
 * @param paySig made by the game's server with the AppKey
 * @param signature made by the game's server with the player's session key
 */
public record Purchase(
        @Nullable String appId,
        @Nullable String session,
        @Nullable String signData,
        @Nullable String paySig,
        @Nullable String signature) {

    @Override
    public String toString() {
        return "Purchase[appId=%s, session=********, signData=%s, paySig=********, signature=********]"
                .formatted(appId, signData);
    }
}
