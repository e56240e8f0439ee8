package io.gatehouse;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.web.util.HtmlUtils;

/**
 * A form of a page as a browser sends it: what its fields hold, and what somebody types over that.
 *
 * @param action where it is sent
 */
public record PageForm(String action, Map<String, String> fields) {

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<(input|textarea)\\b([^>]*)>");
    private static final Pattern SELECT = Pattern.compile("<select\\b([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern SELECTED = Pattern.compile("<option\\b([^>]*\\sselected\\b[^>]*)>");

    /** The first form of a page that is sent there. */
    public static PageForm of(String page, String action) {
        return FORM.matcher(page)
                .results()
                .filter(it -> attribute(it.group(1), "action").split("\\?")[0].equals(action))
                .map(it -> new PageForm(attribute(it.group(1), "action"), fields(it.group(2))))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No form to " + action));
    }

    /** The same with something typed into a field. */
    public PageForm type(String field, String text) {
        if (!fields.containsKey(field)) {
            throw new AssertionError("No field " + field + " in " + fields.keySet());
        }
        var typed = new LinkedHashMap<>(fields);
        typed.put(field, text);
        return new PageForm(action, typed);
    }

    /** What a browser asks for when a form that only asks is sent. */
    public String address() {
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", action + "?", ""));
    }

    private static Map<String, String> fields(String form) {
        var fields = new LinkedHashMap<String, String>();
        FIELD.matcher(form).results().forEach(it -> put(fields, it.group(2), attribute(it.group(2), "value")));
        SELECT.matcher(form).results().forEach(it -> put(fields, it.group(1), selected(it.group(2))));
        fields.remove("_csrf");
        return fields;
    }

    private static String selected(String options) {
        return SELECTED.matcher(options)
                .results()
                .map(it -> attribute(it.group(1), "value"))
                .findFirst()
                .orElse("");
    }

    private static void put(Map<String, String> fields, String attributes, String value) {
        var name = attribute(attributes, "name");
        if (!name.isEmpty()) {
            fields.put(name, value);
        }
    }

    private static String attribute(String attributes, String name) {
        Matcher found = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
    }
}
