package org.tonmeister.gateway.access;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import org.tonmeister.gateway.problem.Problem;
import org.tonmeister.gateway.problem.ProblemException;

/** Lets requests in, or not. Thread-safe. */
public final class AccessControl {
    private static final String BEARER = "Bearer ";

    private final Optional<Tokens> tokens;
    private final SamePage samePage;

    /**
     * @param tokens who may do what; empty: everybody on this machine everything
     * @param samePage keeps other people's web pages out
     */
    public AccessControl(Optional<Tokens> tokens, SamePage samePage) {
        this.tokens = tokens;
        this.samePage = samePage;
    }

    /** Whether tokens are asked for. */
    public boolean asksForTokens() {
        return tokens.isPresent();
    }

    /**
     * Who asks; need not have any right yet.
     *
     * @throws ProblemException if that is not known
     */
    public Caller identify(HttpServerRequest request) {
        if (tokens.isEmpty()) {
            samePage.require(request);
            return Caller.local();
        }
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw Problem.unauthorized("Send an access token: Authorization: Bearer <token>");
        }
        return tokens.get()
                .find(header.substring(BEARER.length()).strip())
                .orElseThrow(() -> Problem.unauthorized("This access token is not known"));
    }

    /** @throws ProblemException if the caller lacks the scope */
    public void require(Caller caller, Scope scope) {
        if (!caller.scopes().contains(scope)) {
            throw Problem.forbidden("The token of '" + caller.name() + "' lacks the scope " + scope.word());
        }
    }
}
