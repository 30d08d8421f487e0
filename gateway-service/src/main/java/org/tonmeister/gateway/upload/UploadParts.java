package org.tonmeister.gateway.upload;

import org.tonmeister.gateway.http.Limits;
import org.tonmeister.gateway.http.Permits;
import org.tonmeister.gateway.http.Workers;
import org.tonmeister.gateway.publish.TrackLog;
import org.tonmeister.gateway.view.TrackView;

/**
 * What uploads are made with.
 *
 * @param log where they go
 * @param tail of that log
 * @param view of the tracks
 * @param workers for what blocks
 * @param permits how many at once
 * @param limits how large
 */
public record UploadParts(
        TrackLog log, UploadTail tail, TrackView view, Workers workers, Permits permits, Limits limits) {}
