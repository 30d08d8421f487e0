/**
 * Filters shared by the chain and the meters: biquads, K-weighting and the true-peak interpolator. One object filters
 * one channel and keeps its state from block to block; no object may be shared between threads.
 */
package org.tonmeister.audio.filter;
