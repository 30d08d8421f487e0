package org.tonmeister.pipeline.management;

/** A component that is not ready before its start nor from the beginning of its end, which comes once. */
final class StoppableComponent implements ManagedComponent {
    private final ManagedComponent component;
    private volatile boolean running;
    private boolean closed;

    StoppableComponent(ManagedComponent component) {
        this.component = component;
    }

    @Override
    public void start() {
        component.start();
        running = true;
    }

    @Override
    public boolean ready() {
        return running && component.ready();
    }

    @Override
    public boolean alive() {
        return component.alive();
    }

    @Override
    public void close() {
        stop();
    }

    /** As {@link #close()}, where it is not the end of a block. */
    synchronized void stop() {
        running = false;
        if (!closed) {
            closed = true;
            component.close();
        }
    }
}
