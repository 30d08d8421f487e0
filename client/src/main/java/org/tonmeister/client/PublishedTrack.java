package org.tonmeister.client;

import java.time.Instant;

/**
 * A track that the broker has taken: it will be mixed or rejected, and neither can be lost.
 *
 * @param trackId the track's id
 * @param uploadId names this upload of it; progress and mixes carry it
 * @param publishedAt when, by this machine's clock
 */
public record PublishedTrack(String trackId, String uploadId, Instant publishedAt) {}
