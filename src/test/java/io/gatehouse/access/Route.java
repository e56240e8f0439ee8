package io.gatehouse.access;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A way into Gatehouse. */
record Route(String path, String method, HandlerMethod handler, List<MediaType> consumes) {

    boolean isRead() {
        return method.equals("GET");
    }

    boolean isOnGame() {
        var requires = handler.getMethodAnnotation(Requires.class);
        return requires != null && requires.onGame();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    /** All there are, by path. */
    static Stream<Route> all(RequestMappingHandlerMapping mapping) {
        var routes = new TreeMap<String, Route>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith("io.gatehouse")) {
                var methods = info.getMethodsCondition().getMethods();
                for (var path : info.getPatternValues()) {
                    for (var method : methods.isEmpty() ? List.of(RequestMethod.GET) : methods) {
                        routes.put(path + " " + method, new Route(path, method.name(), handler, consumes(info)));
                    }
                }
            }
        });
        return routes.values().stream();
    }

    /** One of the types of body that a route takes; none if it takes any. */
    private static List<MediaType> consumes(RequestMappingInfo info) {
        return info.getConsumesCondition().getConsumableMediaTypes().stream()
                .limit(1)
                .toList();
    }
}
