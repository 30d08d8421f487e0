package org.tonmeister.standalone.console;

/**
 * A step of some work, by its figures alone.
 *
 * @param ordinal its place among the steps of the same work
 * @param label what the user is told
 * @param share its rough share of the time; those of one kind of work make 1
 */
public record WorkStep(int ordinal, String label, double share) implements Step {}
