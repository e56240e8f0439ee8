package io.gatehouse.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;

import io.gatehouse.core.AppId;
import io.gatehouse.refunds.RefundFilter;
import io.gatehouse.refunds.RefundView;
import io.gatehouse.refunds.Refunds;

/** The after-sales record as a workbook. */
@Component
class AfterSalesReport implements ReportSource<RefundView> {

    private final Refunds refunds;

    AfterSalesReport(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.AFTER_SALES;
    }

    @Override
    public List<Column<RefundView>> columns(Words words) {
        return List.of(
                new Column<>("refund-no", 20, RefundView::number),
                new Column<>("external-no", 24, RefundView::externalNo),
                new Column<>("order-no", 24, RefundView::orderNo),
                new Column<>("out-trade-no", 28, RefundView::outTradeNo),
                new Column<>("env", 10, it -> words.say("report.env." + it.env())),
                new Column<>("player", 30, RefundView::openId),
                new Column<>("item-name", 24, RefundView::item),
                new Column<>("amount", 12, RefundView::amount),
                new Column<>("paid", 12, RefundView::paid),
                new Column<>("currency", 9, it -> it.amount().currency().getCurrencyCode()),
                new Column<>("reason", 22, it -> words.say(it.reason().key())),
                new Column<>("source", 22, it -> words.say(it.source().key())),
                new Column<>("message", 40, RefundView::message),
                new Column<>("state", 18, it -> words.say(it.status().key())),
                new Column<>("initiated-at", 20, RefundView::initiatedAt),
                new Column<>(
                        "decided-at",
                        20,
                        it -> it.grant() == null ? null : it.grant().at()),
                new Column<>("finished-at", 20, RefundView::finishedAt),
                new Column<>("note", 40, AfterSalesReport::note),
                new Column<>("channel-no", 28, RefundView::channelNo));
    }

    @Override
    public Map<String, String> understood(Map<String, String> typed) {
        var filter = filter(typed);
        var understood = new LinkedHashMap<String, String>();
        understood.put("from", filter.from().toString());
        understood.put("to", filter.to().toString());
        if (filter.number() != null) {
            understood.put("number", filter.number());
        }
        if (filter.status() != null) {
            understood.put("status", filter.status().name());
        }
        return understood;
    }

    @Override
    public boolean hasMoreThan(int rows, AppId game, Map<String, String> filter) {
        return refunds.count(game, filter(filter), rows + 1) > rows;
    }

    @Override
    public void stream(AppId game, Map<String, String> filter, Consumer<RefundView> consumer) {
        refunds.stream(game, filter(filter), consumer);
    }

    private RefundFilter filter(Map<String, String> typed) {
        return refunds.filter(typed.get("from"), typed.get("to"), typed.get("number"), typed.get("status"));
    }

    private static String note(RefundView refund) {
        if (refund.failure() != null) {
            return refund.failure();
        }
        var word = refund.release() == null ? refund.grant() : refund.release();
        return word == null ? "" : word.note();
    }
}
