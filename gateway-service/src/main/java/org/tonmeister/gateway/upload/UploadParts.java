package org.tonmeister.gateway.upload;

import org.tonmeister.client.TrackLog;
import org.tonmeister.gateway.http.Limits;
import org.tonmeister.gateway.http.Permits;
import org.tonmeister.gateway.http.Workers;
import org.tonmeister.gateway.view.TrackView;

/**
 * What uploads are made with.
 *
 * @param log where they go
 * @param view of the tracks
 * @param workers for what blocks
 * @param permits how many at once
 * @param limits how large
 */
public record UploadParts(TrackLog log, TrackView view, Workers workers, Permits permits, Limits limits) {}
