/**
 * What every model makes of one song, side by side. {@link org.tonmeister.training.compare.CompareCommand} is the command.
 */
package org.tonmeister.training.compare;
