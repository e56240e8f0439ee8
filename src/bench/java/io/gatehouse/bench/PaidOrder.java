package io.gatehouse.bench;

/** A paid order as the other contestants know it. */
public record PaidOrder(long id, String outTradeNo, String game, String transactionId, long total, String currency) {

    /** Which endpoint is told of it. */
    int endpoint() {
        return Integer.parseInt(game.substring(game.lastIndexOf('-') + 1));
    }

    /** What the game's server is told: as long as what ours tells it. */
    String json() {
        return """
                {"EventType":"event","Event":"minigame_game_pay_goods_deliver_notify","PayModel":"JSAPI","Payload":\
                "{\\"OpenId\\":\\"oPlayer%d\\",\\"Env\\":0,\\"OutTradeNo\\":\\"%s\\",\\"GoodsInfo\\":{\\"ProductId\\":\\"gem_100\\",\
                \\"Quantity\\":1,\\"ZoneId\\":\\"1\\",\\"OrigPrice\\":499,\\"ActualPrice\\":%d,\\"Attach\\":\\"bag=1\\",\
                \\"OrderSource\\":1}}"}""".formatted(id % 10007, outTradeNo, total);
    }
}
