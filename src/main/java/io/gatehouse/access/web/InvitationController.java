package io.gatehouse.access.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.gatehouse.access.Invitations;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Sentences;

/** Where somebody who was invited chooses a password; there is no other way to it than the mailed address. */
@Controller
@RequestMapping("/invitation/{secret}")
class InvitationController {

    private final Invitations invitations;
    private final Sentences sentences;

    InvitationController(Invitations invitations, Sentences sentences) {
        this.invitations = invitations;
        this.sentences = sentences;
    }

    /** One that is over is told like one that never was. */
    @GetMapping
    String show(@PathVariable String secret, Model page, HttpServletResponse response) {
        try {
            page.addAttribute("person", invitations.invited(secret));
        } catch (NotFound e) {
            page.addAttribute("gone", sentences.of(e));
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        return "access/invitation";
    }

    @PostMapping
    String accept(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String password,
            Model page,
            HttpServletResponse response) {
        try {
            invitations.accept(secret, password);
            return "redirect:/sign-in?welcome";
        } catch (InvalidValue e) {
            page.addAttribute("error", sentences.of(e));
            return show(secret, page, response);
        } catch (NotFound e) {
            return show(secret, page, response);
        }
    }
}
