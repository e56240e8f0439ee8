import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON, for want of a reader in the standard library: objects become maps, arrays lists, numbers texts as they
 * were written. In your own server use the library that you have.
 */
class Json {

    private static final int DEEPEST = 16;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** @throws Refused for anything but one object */
    static Map<String, Object> object(String text) {
        var json = new Json(text);
        json.blanks();
        var object = json.object(0);
        json.blanks();
        require(json.at == text.length());
        return object;
    }

    private Object value(int depth) {
        require(depth < DEEPEST);
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", "");
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) {
        var object = new LinkedHashMap<String, Object>();
        take('{');
        blanks();
        while (peek() != '}') {
            if (!object.isEmpty()) {
                take(',');
                blanks();
            }
            var name = string();
            blanks();
            take(':');
            blanks();
            require(object.put(name, value(depth + 1)) == null);
            blanks();
        }
        take('}');
        return object;
    }

    private List<Object> array(int depth) {
        var array = new ArrayList<Object>();
        take('[');
        blanks();
        while (peek() != ']') {
            if (!array.isEmpty()) {
                take(',');
                blanks();
            }
            array.add(value(depth + 1));
            blanks();
        }
        take(']');
        return array;
    }

    private String string() {
        var string = new StringBuilder();
        take('"');
        for (var next = next(); next != '"'; next = next()) {
            require(next >= ' ');
            string.append(next == '\\' ? escaped() : next);
        }
        return string.toString();
    }

    private char escaped() {
        var next = next();
        return switch (next) {
            case '"', '\\', '/' -> next;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw broken();
        };
    }

    private char unicode() {
        var code = 0;
        for (var digit = 0; digit < 4; digit++) {
            var value = Character.digit(next(), 16);
            require(value >= 0);
            code = code * 16 + value;
        }
        return (char) code;
    }

    private String number() {
        var start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        require(at > start);
        return text.substring(start, at);
    }

    private Object word(String word, Object meaning) {
        require(text.startsWith(word, at));
        at += word.length();
        return meaning;
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        require(at < text.length());
        return text.charAt(at);
    }

    private char next() {
        var next = peek();
        at++;
        return next;
    }

    private void take(char wanted) {
        require(next() == wanted);
    }

    private static Refused broken() {
        return new Refused(400, "this is no notification");
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw broken();
        }
    }
}
