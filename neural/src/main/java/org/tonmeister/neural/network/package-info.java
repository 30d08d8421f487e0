/**
 * The networks, by DJL on PyTorch: an encoder makes an embedding of a window's spectrogram, a head answers with the ten
 * parameters. {@link org.tonmeister.neural.network.MixNetwork} is both in one for training; {@link
 * org.tonmeister.neural.network.TrainedEncoder} and {@link org.tonmeister.neural.network.TrainedHead} are what services
 * run.
 */
package org.tonmeister.neural.network;
