package io.gatehouse.merchant.web;

import java.util.Map;

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
import io.gatehouse.core.Notice;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Sentences;
import io.gatehouse.merchant.MerchantId;
import io.gatehouse.merchant.Merchants;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.RequestView;
import io.gatehouse.requests.Requests;
import io.gatehouse.workflow.Forms;
import io.gatehouse.workflow.TypedFields;

/** The merchant of a team: bind, change, unbind. */
@Controller
@RequestMapping("/virtual-payment/merchant")
class MerchantController {

    private static final String FORM = "request-merchant-binding";

    private final Merchants merchants;
    private final Requests requests;
    private final Forms forms;
    private final Access access;
    private final Sentences sentences;

    MerchantController(Merchants merchants, Requests requests, Forms forms, Access access, Sentences sentences) {
        this.merchants = merchants;
        this.requests = requests;
        this.forms = forms;
        this.access = access;
        this.sentences = sentences;
    }

    @GetMapping
    @Requires(Capability.MERCHANT_VIEW)
    String show(Game game, Person me, Model model) {
        var rounds = requests.of(game.team(), RequestKind.MERCHANT_BINDING);
        model.addAttribute("game", game);
        model.addAttribute("me", me);
        model.addAttribute("merchant", merchants.effective(game.team()).orElse(null));
        model.addAttribute("rounds", rounds);
        model.addAttribute(
                "open", rounds.stream().filter(RequestView::isOpen).findFirst().orElse(null));
        model.addAttribute("form", forms.get(FORM));
        model.addAttribute("mayBind", access.explain(me.username(), Capability.MERCHANT_BIND, game.appId()));
        return "merchant/merchant";
    }

    @PostMapping
    @Requires(Capability.MERCHANT_BIND)
    String request(
            Game game, Person me, @RequestParam Map<String, String> typed, Model model, RedirectAttributes redirect) {
        try {
            var values = forms.check(FORM, TypedFields.of(typed));
            var request = merchants.requestBinding(
                    game.team(),
                    new MerchantId((String) values.get("merchantId")),
                    (String) values.get("merchantName"),
                    (String) values.get("message"),
                    me.username());
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("request.sent.short", request.number()));
            return "redirect:/virtual-payment/merchant";
        } catch (Refusal e) {
            model.addAttribute("values", typed);
            model.addAttribute("errors", sentences.byField(e));
            model.addAttribute(Notice.ATTRIBUTE, Notice.refused(e));
            return show(game, me, model);
        }
    }

    @PostMapping("/{number}/withdrawal")
    @Requires(Capability.MERCHANT_BIND)
    String withdraw(Game game, Person me, @PathVariable String number, RedirectAttributes redirect) {
        merchants.withdraw(game.team(), number, me.username());
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.done("request.withdrawn", number));
        return "redirect:/virtual-payment/merchant";
    }

    @PostMapping("/unbinding")
    @Requires(Capability.MERCHANT_BIND)
    String unbind(Game game, Person me, RedirectAttributes redirect) {
        merchants.unbind(game.team(), me.username());
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.mind("merchant.unbound"));
        return "redirect:/virtual-payment/merchant";
    }
}
