package io.gatehouse.console.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page people start from. */
@Controller
class HomeController {

    @GetMapping("/")
    String home() {
        return "home";
    }
}
