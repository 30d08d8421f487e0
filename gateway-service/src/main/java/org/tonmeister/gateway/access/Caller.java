package org.tonmeister.gateway.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who asks.
 *
 * @param name of the token, or {@code local} where there are no tokens
 * @param scopes what it may do
 */
public record Caller(String name, Set<Scope> scopes) {
    /** Copies. */
    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Somebody on this machine, where there are no tokens. */
    static Caller local() {
        return new Caller("local", EnumSet.allOf(Scope.class));
    }
}
