package org.tonmeister.training.fit;

import org.tonmeister.neural.network.Architecture;

/**
 * How a network is trained.
 *
 * @param architecture the network
 * @param seed of weights, order and dropout
 * @param epochs at most
 * @param patience epochs without a better validation before it stops
 * @param highestRate of learning
 * @param stepBags bags a step
 */
record FitPlan(Architecture architecture, long seed, int epochs, int patience, float highestRate, int stepBags) {
    /** Larger ones spend their time in page faults. */
    static final int FORWARD_BAGS = 8;
}
