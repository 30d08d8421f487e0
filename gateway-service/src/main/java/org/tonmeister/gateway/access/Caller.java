package org.tonmeister.gateway.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who asks.
 *
 * @param name of the token, or the address where there are no tokens
 * @param scopes what it may do
 */
public record Caller(String name, Set<Scope> scopes) {
    /** Copies. */
    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Somebody on this machine, where there are no tokens. */
    static Caller local(String address) {
        return new Caller(address, EnumSet.allOf(Scope.class));
    }
}
