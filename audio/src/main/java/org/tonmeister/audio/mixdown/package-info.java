/**
 * From a track and ten parameters to a finished file: the two passes over the track, the loudness target, the encoder,
 * and the check of what came out of it. Whoever renders a mix does it here: mix-service, the command line, training.
 */
package org.tonmeister.audio.mixdown;
