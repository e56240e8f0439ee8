package io.gatehouse.orders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.gatehouse.access.Game;
import io.gatehouse.access.Games;
import io.gatehouse.catalogue.Catalogue;
import io.gatehouse.catalogue.ReleasedItem;
import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.core.Money;
import io.gatehouse.core.TeamId;
import io.gatehouse.credentials.AppKey;
import io.gatehouse.credentials.Credentials;
import io.gatehouse.enablement.Enablements;
import io.gatehouse.merchant.EffectiveMerchant;
import io.gatehouse.merchant.MerchantId;
import io.gatehouse.merchant.Merchants;
import io.gatehouse.wire.Signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** A purchase is refused … */
class PurchaseTests {

    static final AppId GAME = new AppId("wx7f20c4a19be3");
    static final TeamId TEAM = new TeamId("northlight");
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final String SESSION_KEY = "9hAb/NEYUlkaMBEsmFgzig==";
    static final String OLD_KEY = "0123456789abcdefABCDEF0123456789";
    static final String NEW_KEY = "9876543210abcdefABCDEF9876543210";
    static final String GOOD = """
            {"mode":"goods","buyQuantity":2,"currencyType":"USD","platform":"android","productId":"gem_100",\
            "goodsPrice":99,"outTradeNo":"sf_1","attach":"slot=3"}""";

    Games games = mock(Games.class);
    Enablements enablements = mock(Enablements.class);
    Merchants merchants = mock(Merchants.class);
    Catalogue catalogue = mock(Catalogue.class);
    Sessions sessions = mock(Sessions.class);
    Credentials credentials = mock(Credentials.class);
    boolean verifySignatures = true;

    @BeforeEach
    void aGameThatSellsGems() {
        when(games.get(GAME)).thenReturn(new Game(GAME, TEAM, "Northlight Studio", "Skyforge Isles", true));
        when(enablements.isEnabled(GAME)).thenReturn(true);
        when(merchants.effective(TEAM))
                .thenReturn(Optional.of(new EffectiveMerchant(
                        new MerchantId("M-20418"), "Northlight Ltd", Currency.getInstance("USD"))));
        when(catalogue.released(any(), anyString())).thenReturn(Optional.empty());
        when(catalogue.released(GAME, "gem_100"))
                .thenReturn(Optional.of(new ReleasedItem(
                        "gem_100", "100 gems", Money.of(99, "USD"), "http://localhost:8080/pictures/gem", 4)));
        when(sessions.find(anyString())).thenReturn(Optional.empty());
        when(sessions.find("session-1"))
                .thenReturn(Optional.of(
                        new PlayerSession("session-1", GAME, "player-1", SESSION_KEY, NOW.plusSeconds(60))));
        when(credentials.accepted(GAME, Env.LIVE)).thenReturn(List.of(new AppKey(NEW_KEY), new AppKey(OLD_KEY)));
    }

    @Test
    void notAtAllIfEverythingIsRight() {

        var checked = check(signed(GOOD));

        assertThat(checked.order().openId()).isEqualTo("player-1");
        assertThat(checked.order().amount()).isEqualTo(Money.of(198, "USD"));
        assertThat(checked.order().item().version()).isEqualTo(4);
        assertThat(checked.order().zoneId()).isEqualTo("1");
        assertThat(checked.merchantId()).isEqualTo("M-20418");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "[]",
                "{} {}",
                "{\"mode\":\"goods\",\"mode\":\"goods\"}",
                "{\"mode\":7}",
                "{\"buyQuantity\":\"1\"}",
                "{\"buyQuantity\":1.5}",
                "{\"goodsPrice\":99999999999999999999999}",
                "{\"attach\":{}}"
            })
    void forWhatIsNoJsonOrOfAWrongType(String signData) {
        assertThat(refusal(signed(signData))).isEqualTo(-15011);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mode", "buyQuantity", "currencyType", "productId", "goodsPrice", "outTradeNo"})
    void withoutAMemberThatIsRequired(String member) {

        var without = GOOD.replaceAll("\"" + member + "\":[^,}]+,?", "").replace(",}", "}");

        assertThat(refused(signed(without)).errmsg()).contains(member);
        assertThat(refusal(signed(without))).isEqualTo(-15001);
    }

    @Test
    void withoutASignatureOrSession() {

        var good = signed(GOOD);

        assertThat(refusal(new Purchase(null, "session-1", GOOD, good.paySig(), good.signature())))
                .isEqualTo(-15001);
        assertThat(refusal(new Purchase(GAME.value(), "", GOOD, good.paySig(), good.signature())))
                .isEqualTo(-15001);
        assertThat(refusal(new Purchase(GAME.value(), "session-1", GOOD, null, good.signature())))
                .isEqualTo(-15001);
        assertThat(refusal(new Purchase(GAME.value(), "session-1", GOOD, good.paySig(), null)))
                .isEqualTo(-15001);
        assertThat(refusal(new Purchase(GAME.value(), "session-1", null, good.paySig(), good.signature())))
                .isEqualTo(-15001);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"goods\";\"coins\"",
                "\"buyQuantity\":2;\"buyQuantity\":0",
                "\"buyQuantity\":2;\"buyQuantity\":10000",
                "\"sf_1\";\"_sf_1\"",
                "\"sf_1\";\"sf 1\"",
                "\"sf_1\";\"123456789012345678901234567890123\"",
                "\"attach\";\"env\":2,\"attach\"",
                "slot=3;\\u0000"
            })
    void forAnInvalidMember(String good, String bad) {
        assertThat(refusal(signed(GOOD.replace(good, bad)))).isEqualTo(-15002);
    }

    @Test
    void forAnAttachOfMoreThan256Characters() {

        assertThat(check(signed(GOOD.replace("slot=3", "区".repeat(256))))
                        .order()
                        .attach())
                .hasSize(256);
        assertThat(refusal(signed(GOOD.replace("slot=3", "区".repeat(257))))).isEqualTo(-15002);
    }

    @Test
    void unlessPaymentIsEnabled() {

        when(enablements.isEnabled(GAME)).thenReturn(false);

        assertThat(refusal(signed(GOOD))).isEqualTo(-15005);
        assertThat(refusal(new Purchase("no such game", "session-1", GOOD, "x", "x")))
                .isEqualTo(-15005);
    }

    @Test
    void inAnotherCurrencyThanTheMerchants() {
        assertThat(refusal(signed(GOOD.replace("USD", "JPY")))).isEqualTo(-15006);
    }

    @Test
    void forAnItemThatIsNotReleased() {

        var refused = refused(signed(GOOD.replace("gem_100", "gem_draft")));

        assertThat(refused.errcode()).isEqualTo(-15012);
        assertThat(refused.errmsg()).contains("item id");
    }

    @Test
    void atAnotherPriceThanTheReleasedOne() {
        assertThat(refusal(signed(GOOD.replace("\"goodsPrice\":99", "\"goodsPrice\":1"))))
                .isEqualTo(-15016);
    }

    @Test
    void inASessionThatIsUnknownOrOfAnotherGame() {

        var good = signed(GOOD);
        when(sessions.find("session-2"))
                .thenReturn(Optional.of(
                        new PlayerSession("session-2", new AppId("wx-other"), "player-1", SESSION_KEY, NOW)));

        assertThat(refusal(new Purchase(GAME.value(), "nobody", GOOD, good.paySig(), good.signature())))
                .isEqualTo(-15015);
        assertThat(refusal(new Purchase(GAME.value(), "session-2", GOOD, good.paySig(), good.signature())))
                .isEqualTo(-15015);
    }

    @Test
    void withAWrongSignature() {

        var refused = refused(
                new Purchase(GAME.value(), "session-1", GOOD, signed(GOOD).paySig(), "00"));

        assertThat(refused.errcode()).isEqualTo(-15012);
        assertThat(refused.errmsg()).contains("signature");
    }

    @Test
    void withAWrongPaySig() {
        assertThat(refusal(new Purchase(
                        GAME.value(), "session-1", GOOD, "00", signed(GOOD).signature())))
                .isEqualTo(-15014);
    }

    @Test
    void notForSignaturesThatOnlyTheSuperappVerifies() {

        verifySignatures = false;

        assertThat(check(new Purchase(GAME.value(), "session-1", GOOD, "00", "00"))
                        .order()
                        .openId())
                .isEqualTo("player-1");
    }

    /** Everything is wrong; what is mended one after the other shows the order of the checks. */
    @Test
    void forItsFirstFault() {

        var signData = "{\"mode\":7}";
        assertThat(refusal(new Purchase(GAME.value(), null, signData, "x", "x")))
                .isEqualTo(-15011);
        signData = GOOD.replace("\"mode\":\"goods\",", "").replace("gem_100", "gem_draft");
        assertThat(refusal(new Purchase("nobody", "nobody", signData, "x", "x")))
                .isEqualTo(-15001);
        signData = GOOD.replace("\"goods\"", "\"coins\"").replace("gem_100", "gem_draft");
        assertThat(refusal(new Purchase("nobody", null, signData, "x", "x"))).isEqualTo(-15001);
        assertThat(refusal(new Purchase("nobody", "nobody", signData, "x", "x")))
                .isEqualTo(-15002);
        signData = GOOD.replace("USD", "JPY").replace("gem_100", "gem_draft").replace(":99", ":1");
        assertThat(refusal(new Purchase("nobody", "nobody", signData, "x", "x")))
                .isEqualTo(-15005);
        assertThat(refusal(new Purchase(GAME.value(), "nobody", signData, "x", "x")))
                .isEqualTo(-15006);
        signData = GOOD.replace("gem_100", "gem_draft").replace(":99", ":1");
        assertThat(refused(new Purchase(GAME.value(), "nobody", signData, "x", "x"))
                        .errmsg())
                .contains("item id");
        signData = GOOD.replace(":99", ":1");
        assertThat(refusal(new Purchase(GAME.value(), "nobody", signData, "x", "x")))
                .isEqualTo(-15016);
        assertThat(refusal(new Purchase(GAME.value(), "nobody", GOOD, "x", "x")))
                .isEqualTo(-15015);
        assertThat(refused(new Purchase(GAME.value(), "session-1", GOOD, "x", "x"))
                        .errmsg())
                .contains("signature");
        assertThat(refusal(new Purchase(
                        GAME.value(), "session-1", GOOD, "x", signed(GOOD).signature())))
                .isEqualTo(-15014);
    }

    private CheckedPurchase check(Purchase purchase) {
        var settings = new PaymentSettings(verifySignatures, Duration.ofMinutes(30), Duration.ofHours(24));
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new PurchaseChecks(games, enablements, merchants, catalogue, sessions, credentials, settings, clock)
                .check(purchase);
    }

    private int refusal(Purchase purchase) {
        return refused(purchase).errcode();
    }

    private PurchaseRefused refused(Purchase purchase) {
        var refused = assertThatExceptionOfType(RefusedPurchase.class)
                .isThrownBy(() -> check(purchase))
                .actual();
        return refused.answer();
    }

    private static Purchase signed(@Nullable String signData) {
        var text = String.valueOf(signData);
        return new Purchase(
                GAME.value(),
                "session-1",
                signData,
                Signatures.paySig(OLD_KEY, text),
                Signatures.userSignature(SESSION_KEY, text));
    }
}
