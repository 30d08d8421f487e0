/**
 * The analyser: a model without learning, which compares a window with how finished masters measure.
 * {@link org.tonmeister.predict.analyser.MasterFeatures} is what is compared,
 * {@link org.tonmeister.predict.analyser.MasterMeter} measures masters, and
 * {@link org.tonmeister.predict.analyser.Analyser} draws the conclusions.
 */
package org.tonmeister.predict.analyser;
