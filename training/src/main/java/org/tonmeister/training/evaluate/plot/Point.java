package org.tonmeister.training.evaluate.plot;

/**
 * A prediction.
 *
 * @param truth what it should have been, in [0, 1]
 * @param predicted what it was, in [0, 1]
 */
public record Point(double truth, double predicted) {}
