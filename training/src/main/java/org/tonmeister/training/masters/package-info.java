/**
 * How finished music measures: what the analyser compares a track with. {@link
 * org.tonmeister.training.masters.MastersCommand} is the command.
 */
package org.tonmeister.training.masters;
