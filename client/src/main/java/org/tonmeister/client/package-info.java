/**
 * What a Java program needs to have its music mixed: publish tracks, follow them, fetch the mixes. {@link
 * org.tonmeister.client.TonmeisterClient} is the way in.
 */
package org.tonmeister.client;
