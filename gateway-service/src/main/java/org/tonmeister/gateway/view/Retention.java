package org.tonmeister.gateway.view;

import org.tonmeister.schemas.Topic;

/**
 * How long bytes stay in the log.
 *
 * @param uploadsMs of {@code uploads} and {@code upload-chunks}, whichever goes first, ms
 * @param mixesMs of {@code mix-chunks}, ms
 * @param ordersMs of {@code mix-orders}, ms: an order that old is not worked on any more
 */
record Retention(long uploadsMs, long mixesMs, long ordersMs) {
    static final Retention OF_THE_CATALOGUE = new Retention(
            Math.min(
                    Topic.UPLOADS.retention().toMillis(),
                    Topic.UPLOAD_CHUNKS.retention().toMillis()),
            Topic.MIX_CHUNKS.retention().toMillis(),
            Topic.MIX_ORDERS.retention().toMillis());

    /** Whether something of that time is gone by {@code nowMs}. */
    static boolean isOver(long atMs, long retentionMs, long nowMs) {
        return nowMs - atMs > retentionMs;
    }
}
