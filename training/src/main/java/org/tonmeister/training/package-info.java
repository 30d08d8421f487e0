/**
 * What the models are made from. {@link org.tonmeister.training.TrainCommand} is the command {@code train}; the corpus and
 * what is measured on it have a package each.
 */
package org.tonmeister.training;
