/**
 * The mixing chain: ten parameters, their maps to units, and the stages that carry them out on planar stereo.
 *
 * <p>{@link org.tonmeister.audio.dsp.MixRenderer} is the way in: parameters and options become a
 * {@link org.tonmeister.audio.dsp.MixChain}, source blocks go in, and as many frames come out.
 * {@link org.tonmeister.audio.dsp.MakeUpMeter} measures beforehand what the compressor takes away. Nothing here depends
 * on how the track is cut into blocks, and no object may be shared between threads.
 */
package org.tonmeister.audio.dsp;
