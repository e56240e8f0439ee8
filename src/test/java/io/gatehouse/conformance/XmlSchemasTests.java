package io.gatehouse.conformance;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.gatehouse.delivery.Form;

import static org.assertj.core.api.Assertions.assertThat;

/** The published schemas of XML … */
class XmlSchemasTests extends SchemaTest {

    @ParameterizedTest
    @EnumSource(names = {"C_XML", "D_XML"})
    void describeEverythingThatIsSentAsXml(Form form) throws Exception {

        for (var mock : List.of(true, false)) {
            assertThat(xmlFaults(name(form) + "-delivery", delivery(form, mock)))
                    .isEmpty();
            assertThat(xmlFaults(name(form) + "-refund", refund(form, mock))).isEmpty();
        }
        assertThat(xmlFaults("form-c-d-reply", form.success())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"C_XML", "D_XML"})
    void doNotDescribeXmlThatLacksAnElement(Form form) throws Exception {

        for (var body : List.of(delivery(form, false), refund(form, false))) {
            var event = event(body);
            for (var name : names(Markup.read(body))) {
                var changed = (ObjectNode) Markup.read(body);
                changed.remove(name);
                assertThat(xmlFaults(name(form) + "-" + event, Markup.write(changed)))
                        .as("%s without %s", event, name)
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "<Env>0<, <Env>2<",
        "<IsMock>true<, <IsMock>false<",
        "<Quantity>2<, <Quantity>0<",
        "<ActualPrice>499<, <ActualPrice>4.99<",
        "<ProductId>chest_royal<, <ProductId>chest royal<",
        "<OutTradeNo>sf_, <OutTradeNo>_sf_",
        "xpay_goods_deliver_notify, xpay_refund_notify",
        "<OpenId>oQx4s5k81Z<, <OpenId><",
        "<OrderSource>1<, <OrderSource>4<"
    })
    void doNotDescribeChangedXml(String as, String changed) throws Exception {
        var body = delivery(Form.D_XML, true);
        assertThat(body).contains(as);

        assertThat(xmlFaults("form-d-delivery", body.replace(as, changed))).hasSize(1);
    }

    /** Whoever checks by one of today must not refuse what comes tomorrow. */
    @ParameterizedTest
    @EnumSource(names = {"C_XML", "D_XML"})
    void leaveRoomForNewElementsAtTheEndOfEveryGroup(Form form) throws Exception {

        for (var body : List.of(delivery(form, false), delivery(form, true), refund(form, false))) {
            var event = body.contains("refund") ? "refund" : "delivery";
            var longer = body.replaceAll("(?<=</\\w{1,40}>)(?=</\\w+>)", "<New><Part>1</Part></New>");
            assertThat(longer).contains("</New></xml>").doesNotContain("</Attach></GoodsInfo>");
            assertThat(xmlFaults(name(form) + "-" + event, longer)).as(longer).isEmpty();
        }
    }
}
