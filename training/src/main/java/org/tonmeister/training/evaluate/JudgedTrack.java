package org.tonmeister.training.evaluate;

import java.util.List;
import java.util.Map;
import org.tonmeister.training.targets.Example;

/**
 * A track with what every row says of its examples.
 *
 * @param md5 of the track
 * @param fingerprint of its examples
 * @param examples in the order in which they were made
 * @param rows by their names; one for each of {@code examples}
 */
record JudgedTrack(String md5, String fingerprint, List<Example> examples, Map<String, List<JudgedExample>> rows) {}
