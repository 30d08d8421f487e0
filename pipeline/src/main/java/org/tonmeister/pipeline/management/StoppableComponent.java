package org.tonmeister.pipeline.management;

/** A component that can say that it is not ready any more, and whose end comes once. */
final class StoppableComponent implements ManagedComponent {
    private final ManagedComponent component;
    private volatile boolean refusing;
    private boolean closed;

    StoppableComponent(ManagedComponent component) {
        this.component = component;
    }

    @Override
    public void start() {
        component.start();
    }

    @Override
    public boolean ready() {
        return !refusing && component.ready();
    }

    @Override
    public boolean alive() {
        return component.alive();
    }

    @Override
    public synchronized void close() {
        refusing = true;
        if (!closed) {
            closed = true;
            component.close();
        }
    }
}
