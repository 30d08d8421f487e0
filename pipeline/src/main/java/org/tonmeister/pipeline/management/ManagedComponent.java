package org.tonmeister.pipeline.management;

import java.util.List;

/** A part of a service that works in the background: a worker, a Streams application. */
public interface ManagedComponent extends AutoCloseable {
    /** Begins the work and returns at once. May be called once. */
    void start();

    /** Whether it has its partitions and the broker answered. Never blocks, never throws. */
    boolean ready();

    /** Whether it still works at all; false says that only a restart helps. Never blocks, never throws. */
    default boolean alive() {
        return true;
    }

    /** Finishes or aborts the work in hand, within a bound, and gives up everything. May be called more than once. */
    @Override
    void close();

    /** Several as one: started in order, closed in reverse order. */
    static ManagedComponent all(List<? extends ManagedComponent> components) {
        return new ComponentGroup(components);
    }
}
