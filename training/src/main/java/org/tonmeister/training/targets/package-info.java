/**
 * Training examples: what a model should answer to which windows. {@link
 * org.tonmeister.training.targets.TargetsCommand} makes them from finished masters, by degrading these with a known part
 * of the chain's inverse; {@link org.tonmeister.training.targets.ExampleWriter} and {@link
 * org.tonmeister.training.targets.ExampleSet} keep them on disk, one Avro data file for each track.
 */
package org.tonmeister.training.targets;
