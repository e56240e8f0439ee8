package io.gatehouse.merchant.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.gatehouse.access.Capability;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.core.Notice;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Sentences;
import io.gatehouse.merchant.EffectiveMerchant;
import io.gatehouse.merchant.MerchantId;
import io.gatehouse.merchant.Merchants;

/** The superapp's merchants and its payment switch. */
@Controller
@RequestMapping("/merchants")
class MerchantsController {

    private static final int PAGE = 50;

    private final Merchants merchants;
    private final Sentences sentences;

    MerchantsController(Merchants merchants, Sentences sentences) {
        this.merchants = merchants;
        this.sentences = sentences;
    }

    @GetMapping
    @Requires(value = Capability.MERCHANT_MANAGE, onGame = false)
    String list(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        model.addAttribute("search", search);
        model.addAttribute("merchants", merchants.search(search, after, PAGE));
        model.addAttribute("switchedOn", merchants.paymentSwitchedOn());
        return "merchant/merchants";
    }

    @PostMapping
    @Requires(value = Capability.MERCHANT_MANAGE, onGame = false)
    String save(
            Person me,
            @RequestParam String merchantId,
            @RequestParam String name,
            @RequestParam String currency,
            Model model,
            RedirectAttributes redirect) {
        try {
            merchants.manage(
                    new MerchantId(merchantId.strip()),
                    name.strip(),
                    EffectiveMerchant.currency(currency),
                    me.username());
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("merchants.saved", name));
            return "redirect:/merchants";
        } catch (Refusal e) {
            model.addAttribute("typed", new Typed(merchantId, name, currency));
            model.addAttribute("errors", sentences.byField(e));
            model.addAttribute(Notice.ATTRIBUTE, Notice.refused(e));
            return list("", null, model);
        }
    }

    @PostMapping("/payment-switch")
    @Requires(value = Capability.MERCHANT_MANAGE, onGame = false)
    String turn(Person me, @RequestParam boolean on, RedirectAttributes redirect) {
        merchants.switchPayment(on, me.username());
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done(on ? "merchants.switch.on" : "merchants.switch.off"));
        return "redirect:/merchants";
    }

    record Typed(String merchantId, String name, String currency) {}
}
