package io.gatehouse.orders.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.access.Game;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Notice;
import io.gatehouse.core.Page;
import io.gatehouse.core.Sentences;
import io.gatehouse.delivery.Recoveries;
import io.gatehouse.orders.OrderFilter;
import io.gatehouse.orders.OrderRow;
import io.gatehouse.orders.OrderSearch;
import io.gatehouse.orders.OrderState;
import io.gatehouse.orders.Orders;

/** The order record: the paid orders of a game. */
@Controller
@RequestMapping("/virtual-payment/orders")
class OrdersController {

    private static final long COUNTED = 10_000;
    private static final List<OrderState> LISTED = Arrays.stream(OrderState.values())
            .filter(it -> !List.of(OrderState.CREATED, OrderState.PAYING, OrderState.CLOSED)
                    .contains(it))
            .toList();

    private final Orders orders;
    private final Recoveries recoveries;
    private final Access access;
    private final Sentences sentences;

    OrdersController(Orders orders, Recoveries recoveries, Access access, Sentences sentences) {
        this.orders = orders;
        this.recoveries = recoveries;
        this.access = access;
        this.sentences = sentences;
    }

    @GetMapping
    @Requires(Capability.ORDER_VIEW)
    String list(
            Game game,
            Person me,
            OrderSearch search,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        model.addAttribute("game", game);
        model.addAttribute("search", search);
        model.addAttribute("states", LISTED);
        model.addAttribute("mayExport", access.explain(me.username(), Capability.ORDER_EXPORT, game.appId()));
        model.addAttribute("mayResend", access.explain(me.username(), Capability.ORDER_RESEND, game.appId()));
        model.addAttribute("errors", Map.of());
        try {
            var filter = orders.filter(search);
            fill(model, filter, orders.list(game.appId(), filter, after), orders.count(game.appId(), filter));
        } catch (InvalidValue e) {
            model.addAttribute("errors", sentences.byField(e));
            model.addAttribute(Notice.ATTRIBUTE, Notice.refused(e));
            fill(model, orders.filter(OrderSearch.NOTHING), new Page<>(List.of(), null), 0);
        }
        return "orders/list";
    }

    /** Sends again what was given up since the first day that is shown. */
    @PostMapping("/resending")
    @Requires(Capability.ORDER_RESEND)
    String resend(Game game, Person me, @RequestParam String from) {
        var since = orders.startOf(orders.filter(new OrderSearch(from, null, null, null, null, null)));
        var recovery = recoveries.begin(game.appId(), since, me.username());
        return "redirect:/virtual-payment/configuration/recoveries/" + recovery + "?game=" + game.appId();
    }

    private static void fill(Model model, OrderFilter filter, Page<OrderRow> page, long count) {
        model.addAttribute("filter", filter);
        model.addAttribute("page", page);
        model.addAttribute("rows", page.rows().stream().map(Line::new).toList());
        model.addAttribute("count", Math.min(count, COUNTED));
        model.addAttribute("more", count > COUNTED);
    }

    /** A row, and how its states look. */
    record Line(OrderRow order) {

        public String look() {
            return OrderLook.of(order.state());
        }

        public String picture() {
            return OrderLook.picture(order.item().imageUrl());
        }

        public String refundLook() {
            return OrderLook.of(order.refund());
        }
    }
}
