package org.tonmeister.pipeline.management;

import java.util.ArrayList;
import java.util.List;

/** A component that is what the test says, and writes down what is done to it. */
final class SwitchedComponent implements ManagedComponent {
    final List<String> calls = new ArrayList<>();
    volatile boolean ready;
    volatile boolean alive = true;
    private final String name;
    private final List<String> journal;

    SwitchedComponent() {
        this("", new ArrayList<>());
    }

    SwitchedComponent(String name, List<String> journal) {
        this.name = name;
        this.journal = journal;
    }

    @Override
    public void start() {
        calls.add("start");
        journal.add("start " + name);
    }

    @Override
    public boolean ready() {
        return ready;
    }

    @Override
    public boolean alive() {
        return alive;
    }

    @Override
    public void close() {
        calls.add("close");
        journal.add("close " + name);
    }
}
