package org.tonmeister.standalone.console;

/** A step of the work on one file. */
public interface Step {
    /** What the user is told. */
    String label();

    /** Its rough share of the time; those of one kind of work make 1. */
    double share();

    /** Its place among the steps of the same work. */
    int ordinal();
}
