/**
 * From {@code audio} to {@code spectrograms} and {@code ast-features}: what the models look at. {@link
 * org.tonmeister.feature.AudioHandler} is the stage; {@link org.tonmeister.feature.SpectrogramFeature} makes the records,
 * for the running service and for training alike.
 */
package org.tonmeister.feature;
