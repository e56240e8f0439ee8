package io.gatehouse.api;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The description of the API for people, and what its problems mean. */
@Controller
class ApiPage {

    private final OpenApiWebMvcResource description;
    private final ObjectMapper json;
    private final String path;

    ApiPage(OpenApiWebMvcResource description, ObjectMapper json, @Value("${springdoc.api-docs.path}") String path) {
        this.description = description;
        this.json = json;
        this.path = path;
    }

    @GetMapping(Problems.PAGE)
    String show(HttpServletRequest request, Locale locale, Model page) throws IOException {
        var api = json.readTree(description.openapiJson(request, path, locale));
        page.addAttribute("routes", Routes.of(api));
        page.addAttribute("server", api.at("/servers/0/url").asText());
        page.addAttribute("kinds", ProblemKind.values());
        return "api/api";
    }
}
