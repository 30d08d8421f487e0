package org.tonmeister.gateway.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.Set;
import org.tonmeister.gateway.problem.Problem;
import org.tonmeister.gateway.problem.ProblemException;

/**
 * Where there are no tokens, whoever reaches the port may do everything, and so might any web page in a browser on this
 * machine: it may send forms to any address (cross-site request forgery), and may give its own name this machine's
 * address (DNS rebinding). So the request must name this machine, and must not come from a page of another origin.
 */
public final class SamePage {
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final String boundHost;
    private final List<String> origins;

    /**
     * @param boundHost what the gateway listens on
     * @param origins other origins that are let in nevertheless
     */
    public SamePage(String boundHost, List<String> origins) {
        this.boundHost = boundHost;
        this.origins = List.copyOf(origins);
    }

    /** @throws ProblemException if the request names another machine, or comes from another page */
    void require(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        if (authority == null || !isThisMachine(authority.host())) {
            throw Problem.forbidden(
                    "Without access tokens the gateway answers to localhost only, not to this name in Host");
        }
        String origin = request.getHeader("Origin");
        if (origin != null && !origins.contains(origin) && !isOwn(origin, authority)) {
            throw Problem.forbidden("Without access tokens no page of another origin may use the gateway");
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (origin == null && site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw Problem.forbidden("Without access tokens no page of another site may use the gateway");
        }
    }

    private boolean isThisMachine(String host) {
        return LOOPBACK_NAMES.contains(host) || host.equalsIgnoreCase(boundHost);
    }

    private static boolean isOwn(String origin, HostAndPort authority) {
        String own = authority.port() < 0 ? authority.host() : authority.host() + ":" + authority.port();
        return origin.equals("http://" + own) || origin.equals("https://" + own);
    }
}
