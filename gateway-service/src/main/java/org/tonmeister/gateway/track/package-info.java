/** Tracks, as JSON and by request. */
package org.tonmeister.gateway.track;
