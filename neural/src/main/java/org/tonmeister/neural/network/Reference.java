package org.tonmeister.neural.network;

/**
 * What a record that the mix should be like looks like to a network: the mean over its windows of embedding and scaled
 * figures.
 *
 * @param mean {@code [dimensions + figures]}
 */
@SuppressWarnings("ArrayRecordComponent") // handed on to the network, never compared
public record Reference(float[] mean) {}
