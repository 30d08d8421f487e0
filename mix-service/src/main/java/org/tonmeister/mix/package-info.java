/**
 * From {@code mix-orders} and {@code audio} to {@code mixes}: renders the ordered mix. {@link
 * org.tonmeister.mix.OrderHandler} is the stage.
 */
package org.tonmeister.mix;
