/** Follows a track from record to record, through all services, by W3C trace context. */
package org.tonmeister.pipeline.trace;
