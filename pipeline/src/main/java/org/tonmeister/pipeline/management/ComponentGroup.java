package org.tonmeister.pipeline.management;

import java.util.List;

/** Components that begin and end together. If one does not start, those before it are closed. */
final class ComponentGroup implements ManagedComponent {
    private final List<? extends ManagedComponent> components;

    ComponentGroup(List<? extends ManagedComponent> components) {
        this.components = List.copyOf(components);
    }

    @Override
    public void start() {
        try {
            components.forEach(ManagedComponent::start);
        } catch (RuntimeException e) {
            closeAfter(e);
            throw e;
        }
    }

    @Override
    public boolean ready() {
        return components.stream().allMatch(ManagedComponent::ready);
    }

    @Override
    public boolean alive() {
        return components.stream().allMatch(ManagedComponent::alive);
    }

    @Override
    public void close() {
        RuntimeException first = null;
        for (int i = components.size() - 1; i >= 0; i--) {
            try {
                components.get(i).close();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private void closeAfter(RuntimeException fault) {
        try {
            close();
        } catch (RuntimeException e) {
            fault.addSuppressed(e);
        }
    }
}
