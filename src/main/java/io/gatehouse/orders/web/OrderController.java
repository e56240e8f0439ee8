package io.gatehouse.orders.web;

import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.access.Game;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.Notice;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Sentences;
import io.gatehouse.orders.OpenResolution;
import io.gatehouse.orders.Orders;
import io.gatehouse.workflow.Forms;
import io.gatehouse.workflow.TypedFields;

/** One order: what was sold, what happened since, and what people can do about it. */
@Controller
@RequestMapping("/virtual-payment/orders")
class OrderController {

    private final Orders orders;
    private final OrderTimeline timeline;
    private final OrderOutlook outlook;
    private final OpenResolution resolution;
    private final Forms forms;
    private final Access access;
    private final Sentences sentences;

    OrderController(
            Orders orders,
            OrderTimeline timeline,
            OrderOutlook outlook,
            OpenResolution resolution,
            Forms forms,
            Access access,
            Sentences sentences) {
        this.orders = orders;
        this.timeline = timeline;
        this.outlook = outlook;
        this.resolution = resolution;
        this.forms = forms;
        this.access = access;
        this.sentences = sentences;
    }

    @GetMapping("/{orderNo}")
    @Requires(Capability.ORDER_VIEW)
    String show(Game game, Person me, @PathVariable String orderNo, Model model) {
        var order = orders.get(game.appId(), orderNo);
        model.addAttribute("game", game);
        model.addAttribute("order", order);
        model.addAttribute("look", OrderLook.of(order.state()));
        model.addAttribute("refundLook", OrderLook.of(order.refund()));
        model.addAttribute("picture", OrderLook.picture(order.item().imageUrl()));
        model.addAttribute("timeline", timeline.of(order));
        model.addAttribute("next", outlook.of(order));
        model.addAttribute("case", orders.caseOf(orderNo).orElse(null));
        model.addAttribute("mayExport", access.explain(me.username(), Capability.ORDER_EXPORT, game.appId()));
        model.addAttribute("mayResend", access.explain(me.username(), Capability.ORDER_RESEND, game.appId()));
        var mayResolve = access.explain(me.username(), Capability.UNDELIVERED_RESOLVE, game.appId());
        model.addAttribute("mayResolve", mayResolve);
        resolution
                .of(orderNo, me)
                .filter(task -> mayResolve.allowed())
                .ifPresent(task -> model.addAttribute("form", forms.get(task.form())));
        return "orders/order";
    }

    @PostMapping("/{orderNo}/resending")
    @Requires(Capability.ORDER_RESEND)
    String resend(Game game, Person me, @PathVariable String orderNo, RedirectAttributes redirect) {
        orders.resend(game.appId(), orderNo, me.username());
        return done(redirect, Notice.done("order.resent", orderNo), orderNo);
    }

    @PostMapping("/{orderNo}/confirmation")
    @Requires(Capability.UNDELIVERED_RESOLVE)
    String confirm(
            Game game,
            Person me,
            @PathVariable String orderNo,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        try {
            orders.confirmDelivered(game.appId(), orderNo, me.username());
            return done(redirect, Notice.done("order.confirmed", orderNo), orderNo);
        } catch (IllegalTransition e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute(Notice.ATTRIBUTE, Notice.refused(e));
            return show(game, me, orderNo, model);
        }
    }

    @PostMapping("/{orderNo}/resolution")
    @Requires(Capability.UNDELIVERED_RESOLVE)
    String resolve(
            Game game,
            Person me,
            @PathVariable String orderNo,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        orders.get(game.appId(), orderNo);
        try {
            resolution.complete(orderNo, me, TypedFields.of(typed));
            return done(redirect, Notice.done("order.resolved", orderNo), orderNo);
        } catch (Refusal e) {
            var errors = sentences.byField(e);
            response.setStatus((errors.isEmpty() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY).value());
            model.addAttribute("values", typed);
            model.addAttribute("errors", errors);
            model.addAttribute(Notice.ATTRIBUTE, Notice.refused(e));
            return show(game, me, orderNo, model);
        }
    }

    private static String done(RedirectAttributes redirect, Notice notice, String orderNo) {
        redirect.addFlashAttribute(Notice.ATTRIBUTE, notice);
        redirect.addAttribute("no", orderNo);
        return "redirect:/virtual-payment/orders/{no}";
    }
}
