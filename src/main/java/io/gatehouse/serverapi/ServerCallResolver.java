package io.gatehouse.serverapi;

import java.io.IOException;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.credentials.Credentials;
import io.gatehouse.wire.Signatures;

/** Lets a call of a developer's server through to its handler once everything that is the same for all was checked. */
@Component
class ServerCallResolver implements HandlerMethodArgumentResolver {

    private static final String MINI_GAME_ROUTES = "/wxa/game/";

    private final AccessTokens tokens;
    private final RateLimit rate;
    private final Credentials credentials;

    ServerCallResolver(AccessTokens tokens, RateLimit rate, Credentials credentials) {
        this.tokens = tokens;
        this.rate = rate;
        this.credentials = credentials;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ServerCall.class;
    }

    @Override
    public ServerCall resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        return read(Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class)));
    }

    private ServerCall read(HttpServletRequest request) throws IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var forGames = path.startsWith(MINI_GAME_ROUTES);
        var raw = RawBody.of(request);
        var token = parameter(request, "access_token");
        if (token.isEmpty()) {
            throw ErrCode.MISSING_TOKEN.because("access_token is missing, get one from /cgi-bin/token");
        }
        var game = tokens.game(token)
                .orElseThrow(
                        () -> ErrCode.INVALID_TOKEN.because("invalid credential, access_token is invalid or expired"));
        if (!rate.admits(game, path)) {
            throw ErrCode.RATE_LIMIT.because("more than 20 requests in this second, try again in the next");
        }
        var fault = forGames ? ErrCode.GAME_PARAMETER : ErrCode.PARAMETER;
        var body = body(raw, fault);
        var env = env(body, fault);
        if (!signed(game, env, path, raw, parameter(request, "pay_sig"))) {
            var wrong = forGames ? ErrCode.GAME_PAY_SIG : ErrCode.SIGNATURE;
            throw wrong.because("pay_sig is wrong: it is made with the AppKey of this env over path & raw body");
        }
        return new ServerCall(game, env, body, raw, fault);
    }

    private boolean signed(AppId game, Env env, String path, String raw, String given) {
        return credentials.accepted(game, env).stream()
                .anyMatch(it -> Signatures.matches(Signatures.serverPaySig(it.value(), path, raw), given));
    }

    private static JsonNode body(String raw, ErrCode fault) {
        try {
            return JsonBody.parse(raw);
        } catch (JsonBody.NoObject e) {
            throw fault.because("%s", e.getMessage());
        }
    }

    /** Absent means live, as the SDKs leave out what is not set. */
    private static Env env(JsonNode body, ErrCode fault) {
        var env = body.path("env");
        if (env.isMissingNode() || env.isNull()) {
            return Env.LIVE;
        }
        // one document calls it a string, another a number
        return switch (env.isInt() || env.isTextual() ? env.asText() : "") {
            case "0" -> Env.LIVE;
            case "1" -> Env.SANDBOX;
            default -> throw fault.because("env is neither 0 (live) nor 1 (sandbox)");
        };
    }

    private static String parameter(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
