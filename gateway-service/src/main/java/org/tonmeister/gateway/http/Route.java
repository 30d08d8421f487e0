package org.tonmeister.gateway.http;

import io.vertx.core.http.HttpMethod;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonmeister.gateway.access.Scope;

/**
 * What is answered by whom.
 *
 * @param method such as GET
 * @param pattern of the path, such as {@code /v1/tracks/{trackId}}; {@code /**} at its end: all that lies below
 * @param scope needed; empty: open to all
 * @param endpoint answers
 */
public record Route(HttpMethod method, String pattern, Optional<Scope> scope, Endpoint endpoint) {
    private static final String BELOW = "/**";

    /** For those who have the scope. */
    public static Route of(HttpMethod method, String pattern, Scope scope, Endpoint endpoint) {
        return new Route(method, pattern, Optional.of(scope), endpoint);
    }

    /** For all. */
    public static Route open(String pattern, Endpoint endpoint) {
        return new Route(HttpMethod.GET, pattern, Optional.empty(), endpoint);
    }

    /** The path's parameters, if it matches. */
    Optional<Map<String, String>> match(List<String> segments) {
        List<String> wanted = Arrays.asList(pattern.substring(1).split("/", -1));
        if (pattern.endsWith(BELOW)) {
            int depth = wanted.size() - 1;
            boolean below =
                    segments.size() > depth && segments.subList(0, depth).equals(wanted.subList(0, depth));
            return below ? Optional.of(Map.of()) : Optional.empty();
        }
        if (wanted.size() != segments.size()) {
            return Optional.empty();
        }
        var parameters = new HashMap<String, String>();
        for (int i = 0; i < wanted.size(); i++) {
            String name = wanted.get(i);
            if (name.startsWith("{")) {
                parameters.put(name.substring(1, name.length() - 1), segments.get(i));
            } else if (!name.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }
}
