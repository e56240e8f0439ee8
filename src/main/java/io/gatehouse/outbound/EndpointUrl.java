package io.gatehouse.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.gatehouse.core.InvalidValue;

/**
 * An address that somebody gave us to call: {@code http} on port 80 or {@code https} on port 443, without user info or fragment, at most
 * 512 characters. Loopback hosts with any port exist in the sandbox only.
 */
public record EndpointUrl(URI uri) {

    private static final int LONGEST = 512;
    private static final int LONGEST_HOST = 253;
    private static final Pattern NAME =
            Pattern.compile("(?i)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("(?i)(.*\\.)?(\\d+|0x[0-9a-f]*)");
    private static final Pattern QUAD =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)");
    private static final Pattern V6 = Pattern.compile("(?i)\\[[0-9a-f:.]{2,45}]");
    private static final Set<String> LOOPBACK_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Reads what somebody typed.
     *
     * @param field the form or API field, named in the refusal
     * @throws InvalidValue naming the rule that is broken
     */
    static EndpointUrl parse(String field, String typed, boolean loopbackAllowed) {
        var text = typed.strip();
        require(!text.isEmpty(), field, "outbound.url.missing");
        require(text.length() <= LONGEST, field, "outbound.url.too-long", text.length(), LONGEST);
        var uri = uri(field, text);
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        require(scheme.equals("http") || scheme.equals("https"), field, "outbound.url.scheme");
        require(!uri.isOpaque() && uri.getRawAuthority() != null, field, "outbound.url.not-a-url");
        require(!uri.getRawAuthority().contains("@"), field, "outbound.url.user-info");
        require(uri.getRawFragment() == null, field, "outbound.url.fragment");
        var host = uri.getHost();
        require(host != null && isPlain(host), field, "outbound.url.host", uri.getRawAuthority());
        var portIsFree = loopbackAllowed && LOOPBACK_HOSTS.contains(host.toLowerCase(Locale.ROOT));
        var due = scheme.equals("https") ? 443 : 80;
        var colonOnly = uri.getPort() == -1 && uri.getRawAuthority().endsWith(":");
        require(
                !colonOnly && (uri.getPort() == -1 || uri.getPort() == due || portIsFree && uri.getPort() > 0),
                field,
                "outbound.url.port",
                scheme,
                due);
        return new EndpointUrl(uri);
    }

    /** One that was parsed before it was stored. */
    public static EndpointUrl stored(String url) {
        return new EndpointUrl(URI.create(url));
    }

    private static URI uri(String field, String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new InvalidValue(field, "outbound.url.not-a-url", text);
        }
    }

    private static boolean isPlain(String host) {
        if (host.startsWith("[")) {
            return V6.matcher(host).matches();
        }
        if (NUMBER.matcher(host).matches()) {
            return QUAD.matcher(host).matches();
        }
        return host.length() <= LONGEST_HOST && NAME.matcher(host).matches();
    }

    private static void require(boolean holds, String field, String code, Object... arguments) {
        if (!holds) {
            throw new InvalidValue(field, code, arguments);
        }
    }

    /** The host as a resolver wants it: an IPv6 address without its brackets. */
    public String host() {
        var host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int port() {
        return uri.getPort() != -1 ? uri.getPort() : isEncrypted() ? 443 : 80;
    }

    public boolean isEncrypted() {
        return uri.getScheme().equalsIgnoreCase("https");
    }

    /** Path and query as they are sent; never empty. */
    public String target() {
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
