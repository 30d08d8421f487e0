/** The pictures of an evaluation; the only package here that knows the plotting library. */
package org.tonmeister.training.evaluate.plot;
