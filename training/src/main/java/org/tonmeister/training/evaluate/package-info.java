/** How good the models are: every published figure about them, from one command. */
package org.tonmeister.training.evaluate;
