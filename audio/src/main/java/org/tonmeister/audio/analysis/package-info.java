/**
 * What is measured and what the models see: loudness, true peak, spectra, mel bands and the statistics of a window.
 * Audio is planar stereo, {@code float[2][frames]}, full scale ±1. Every figure is finite, for silence too, and is the
 * same on every machine.
 */
package org.tonmeister.audio.analysis;
