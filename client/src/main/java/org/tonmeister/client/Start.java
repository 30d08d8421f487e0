package org.tonmeister.client;

import java.time.Instant;

/** Where a subscription begins. */
public sealed interface Start {
    /** With what comes from now on. */
    static Start now() {
        return new Now();
    }

    /** With the oldest record kept. */
    static Start beginning() {
        return new Beginning();
    }

    /** With the first record written at {@code time} or later, by the writers' clocks. */
    static Start at(Instant time) {
        return new At(time);
    }

    /**
     * Where the group's last subscription stopped, or at the beginning if there was none. What was handed to the
     * listener when a process died may be handed out once more.
     *
     * @param id name of a consumer group of your own; its members share the tracks
     */
    static Start group(String id) {
        return new Group(id);
    }

    /** See {@link Start#now}. */
    record Now() implements Start {}

    /** See {@link Start#beginning}. */
    record Beginning() implements Start {}

    /** See {@link Start#at}. */
    record At(Instant time) implements Start {}

    /** See {@link Start#group}. */
    record Group(String id) implements Start {}
}
