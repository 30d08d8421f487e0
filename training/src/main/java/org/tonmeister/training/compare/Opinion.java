package org.tonmeister.training.compare;

import org.tonmeister.audio.dsp.Parameters;

/**
 * What a model says of the song.
 *
 * @param model its name
 * @param version of the model
 * @param withReference whether it heard the reference too
 * @param parameters the ten
 */
record Opinion(String model, String version, boolean withReference, Parameters parameters) {}
