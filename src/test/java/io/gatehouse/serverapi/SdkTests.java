package io.gatehouse.serverapi;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.api.impl.WxMaServiceImpl;
import cn.binarywang.wx.miniapp.bean.xpay.WxMaXPayDownloadBillRequest;
import cn.binarywang.wx.miniapp.bean.xpay.WxMaXPayNotifyProvideGoodsRequest;
import cn.binarywang.wx.miniapp.bean.xpay.WxMaXPayQueryOrderRequest;
import cn.binarywang.wx.miniapp.bean.xpay.WxMaXPayQueryPublishGoodsRequest;
import cn.binarywang.wx.miniapp.bean.xpay.WxMaXPayQueryUploadGoodsRequest;
import cn.binarywang.wx.miniapp.bean.xpay.WxMaXPayRefundOrderRequest;
import cn.binarywang.wx.miniapp.bean.xpay.WxMaXPaySigParams;
import cn.binarywang.wx.miniapp.bean.xpay.WxMaXPayStartPublishGoodsRequest;
import cn.binarywang.wx.miniapp.bean.xpay.WxMaXPayStartUploadGoodsRequest;
import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;
import me.chanjar.weixin.common.error.WxErrorException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.core.Env;
import io.gatehouse.core.Username;
import io.gatehouse.credentials.Credentials;
import io.gatehouse.orders.OrderState;
import io.gatehouse.orders.Orders;
import io.gatehouse.orders.Sessions;
import io.gatehouse.wire.Signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** WxJava as developers use it, with nothing changed but the host. */
class SdkTests extends WireTest {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    @Autowired
    private Credentials credentials;

    @Autowired
    private Sessions sessions;

    @Autowired
    private Orders orders;

    private WxMaService sdk;
    private WxMaXPaySigParams signing;
    private String outTradeNo;

    @BeforeEach
    void configureTheSdk() {
        if (credentials.accepted(Samples.GAME, Env.LIVE).isEmpty()) {
            credentials.requestFirst(Samples.GAME, new Username("administrator"));
            runJobs();
        }
        var config = new WxMaDefaultConfigImpl();
        config.setAppid(Samples.GAME.value());
        config.setSecret(samples.secretOfTheGame());
        config.setApiHostUrl("http://localhost:" + port);
        sdk = new WxMaServiceImpl();
        sdk.setWxMaConfig(config);
        signing = new WxMaXPaySigParams();
        signing.setAppKey(credentials.accepted(Samples.GAME, Env.LIVE).get(0).value());
        outTradeNo = "sdk_" + COUNTER.incrementAndGet();
    }

    @Test
    void queriesAnOrder() throws Exception {

        var orderNo = samples.paidOrder(outTradeNo);

        var order =
                sdk.getWxMaXPayService().queryOrder(query(outTradeNo), signing).getOrder();

        assertThat(order.getOrderId()).isEqualTo(outTradeNo);
        assertThat(order.getWxOrderId()).isEqualTo(orderNo);
        assertThat(order.getStatus()).isEqualTo(2);
        assertThat(order.getPaidFee()).isEqualTo(499);
        assertThat(order.getLeftFee()).isEqualTo(499);
    }

    @Test
    void confirmsADeliveryTwiceWithTheSameAnswer() throws Exception {

        var orderNo = samples.paidOrder(outTradeNo);
        var request = new WxMaXPayNotifyProvideGoodsRequest();
        request.setOrderId(outTradeNo);
        request.setEnv(0);

        assertThat(sdk.getWxMaXPayService().notifyProvideGoods(request, signing))
                .isTrue();
        assertThat(sdk.getWxMaXPayService().notifyProvideGoods(request, signing))
                .isTrue();

        assertThat(orders.get(Samples.GAME, orderNo).state()).isEqualTo(OrderState.DELIVERED);
    }

    @Test
    void asksForARefund() throws Exception {

        var orderNo = samples.paidOrder(outTradeNo);

        var answer = sdk.getWxMaXPayService().refundOrder(refund("SDKREFUND-" + outTradeNo, 499), signing);

        assertThat(answer.getRefundWxOrderId()).startsWith("RF-");
        assertThat(answer.getPayWxOrderId()).isEqualTo(orderNo);
    }

    @Test
    void isToldByNumberWhatIsWrong() {

        samples.paidOrder(outTradeNo);
        var otherKey = new WxMaXPaySigParams();
        otherKey.setAppKey("0123456789abcdefABCDEF0123456789");
        var stranger = query(outTradeNo);
        stranger.setOpenid("oStranger");

        refused(268490003, () -> sdk.getWxMaXPayService().queryOrder(query(outTradeNo), otherKey));
        refused(268490002, () -> sdk.getWxMaXPayService().queryOrder(query("never"), signing));
        refused(268490001, () -> sdk.getWxMaXPayService().queryOrder(stranger, signing));
        refused(268490016, () -> sdk.getWxMaXPayService().refundOrder(refund("SDKREFUND-left", 498), signing));
    }

    @Test
    void uploadsItemsAndAsksForTheirRelease() throws Exception {

        var item = new WxMaXPayStartUploadGoodsRequest.UploadItem();
        item.setId("sdk_gem");
        item.setName("A name that is much longer than twenty characters");
        item.setPrice(499);
        item.setRemark("");
        item.setItemUrl("https://example.com/gem.png");
        var upload = new WxMaXPayStartUploadGoodsRequest();
        upload.setEnv(0);
        upload.setUploadItem(List.of(item));
        var publish = new WxMaXPayStartPublishGoodsRequest();
        var asked = new WxMaXPayStartPublishGoodsRequest.PublishItem();
        asked.setId("sdk_unknown");
        publish.setEnv(0);
        publish.setPublishItem(List.of(asked));
        var uploads = new WxMaXPayQueryUploadGoodsRequest();
        uploads.setEnv(0);
        var publications = new WxMaXPayQueryPublishGoodsRequest();
        publications.setEnv(0);

        assertThat(sdk.getWxMaXPayService().startUploadGoods(upload, signing)).isTrue();
        var uploaded = sdk.getWxMaXPayService().queryUploadGoods(uploads, signing);
        assertThat(sdk.getWxMaXPayService().startPublishGoods(publish, signing)).isTrue();
        var published = sdk.getWxMaXPayService().queryPublishGoods(publications, signing);

        assertThat(uploaded.getStatus()).isEqualTo(2);
        assertThat(uploaded.getUploadItem()).singleElement().satisfies(it -> {
            assertThat(it.getUploadStatus()).isEqualTo(3);
            assertThat(it.getErrmsg()).isNotEmpty();
        });
        assertThat(published.getPublishItem())
                .singleElement()
                .satisfies(it -> assertThat(it.getPublishStatus()).isEqualTo(3));
    }

    @Test
    void downloadsABill() throws Exception {

        var orderNo = samples.paidOrder(outTradeNo);
        var request = new WxMaXPayDownloadBillRequest();
        var today = Integer.valueOf(LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Singapore"))
                .format(DateTimeFormatter.BASIC_ISO_DATE));
        request.setBeginDs(today);
        request.setEndDs(today);

        var url = sdk.getWxMaXPayService().downloadBill(request, signing).getUrl();
        var bill = get(URI.create(url).getPath());

        assertThat(bill.body()).startsWith("\"order_id\"").contains(outTradeNo, orderNo, "\"499\"");
        assertThat(get("/xpay/bills/unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void answersTheOrderQueryOfMiniGames() throws Exception {

        samples.paidOrder(outTradeNo);
        var player = sessions.open(Samples.GAME, Samples.PLAYER);
        var body =
                "{\"openid\":\"%s\",\"offer_id\":\"1\",\"ts\":1668136271,\"zone_id\":\"1\",\"env\":0,\"out_trade_no\":\"%s\",\"biz_id\":2}"
                        .formatted(Samples.PLAYER, outTradeNo);
        var path = "/wxa/game/queryorderinfo";
        var query = "?access_token=%s&signature=%s&sig_method=hmac_sha256&pay_sig=%s";
        var signature = Signatures.userSignature(player.sessionKey(), body);
        var paySig = Signatures.serverPaySig(signing.getAppKey(), path, body);

        var answer = answer(post(path + query.formatted(sdk.getAccessToken(), signature, paySig), body, Map.of()));

        assertThat(answer.path("errcode").asInt()).isZero();
        assertThat(answer.path("pay_state").asInt()).isEqualTo(2);
        assertThat(answer.path("deliver_state").asInt()).isEqualTo(1);
        assertThat(errcode(post(path + query.formatted(sdk.getAccessToken(), "00", paySig), body, Map.of())))
                .isEqualTo(90010);
        assertThat(errcode(post(path + query.formatted(sdk.getAccessToken(), signature, "00"), body, Map.of())))
                .isEqualTo(90011);
        assertThat(errcode(post(path + query.formatted("no", signature, paySig), body, Map.of())))
                .isEqualTo(40001);
    }

    private WxMaXPayQueryOrderRequest query(String number) {
        var request = new WxMaXPayQueryOrderRequest();
        request.setOpenid(Samples.PLAYER);
        request.setEnv(0);
        request.setOrderId(number);
        return request;
    }

    private WxMaXPayRefundOrderRequest refund(String number, long left) {
        var request = new WxMaXPayRefundOrderRequest();
        request.setOpenid(Samples.PLAYER);
        request.setEnv(0);
        request.setOrderId(outTradeNo);
        request.setRefundOrderId(number);
        request.setLeftFee(left);
        request.setRefundFee(100L);
        request.setBizMeta("");
        request.setRefundReason("3");
        request.setReqFrom("2");
        return request;
    }

    /** A call of the SDK, which knows a checked exception. */
    private interface Call {

        void run() throws WxErrorException;
    }

    private static void refused(int errcode, Call call) {
        assertThatExceptionOfType(WxErrorException.class)
                .isThrownBy(call::run)
                .satisfies(it -> assertThat(it.getError().getErrorCode()).isEqualTo(errcode));
    }
}
