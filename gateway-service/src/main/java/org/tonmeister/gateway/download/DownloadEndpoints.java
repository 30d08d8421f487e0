package org.tonmeister.gateway.download;

import io.vertx.core.Future;
import java.util.Optional;
import org.tonmeister.gateway.http.EntityTag;
import org.tonmeister.gateway.http.Exchange;
import org.tonmeister.gateway.http.Permits;
import org.tonmeister.gateway.problem.Problem;
import org.tonmeister.gateway.track.TrackLookup;
import org.tonmeister.schemas.record.LogRange;
import org.tonmeister.schemas.record.TrackMix;
import org.tonmeister.schemas.record.TrackUpload;

/** Gives files. */
public final class DownloadEndpoints {
    private final TrackLookup tracks;
    private final PartReaders readers;
    private final UploadRecords uploads;
    private final Download download;

    /**
     * @param tracks the tracks
     * @param readers of the log's ranges
     * @param uploads reader of upload records
     * @param permits how many files at once
     */
    public DownloadEndpoints(TrackLookup tracks, PartReaders readers, UploadRecords uploads, Permits permits) {
        this.tracks = tracks;
        this.readers = readers;
        this.uploads = uploads;
        this.download = new Download(permits);
    }

    /** {@code GET /v1/tracks/{trackId}/mixes/{mixId}/audio}. */
    public Future<?> mix(Exchange exchange) {
        String mixId = exchange.path("mixId");
        TrackMix mix = tracks.require(exchange.path("trackId")).getMixes().stream()
                .filter(candidate -> candidate.getMixId().equals(mixId))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("The track has no mix of this id, or it has expired"));
        return download.answer(
                exchange, SoundFile.of(mix.getFileName(), mix.getMediaType(), mix.getContent(), readers));
    }

    /** {@code GET /v1/tracks/{trackId}/original}. */
    public Future<?> original(Exchange exchange) {
        TrackUpload upload = tracks.require(exchange.path("trackId")).getUploads().stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("The track's original is not known yet"));
        if (upload.getContent() != null) {
            return download.answer(exchange, file(upload, upload.getContent()));
        }
        return uploads.read(upload.getUploadId()).compose(record -> download.answer(exchange, file(upload, record)));
    }

    private SoundFile file(TrackUpload upload, UploadRecord record) {
        if (record instanceof UploadRecord.Manifest manifest) {
            return file(upload, manifest.content());
        }
        var spooled = (UploadRecord.Spooled) record;
        return new SoundFile(
                upload.getFileName(),
                type(upload),
                spooled.bytes(),
                EntityTag.of(upload.getUploadId() + "-" + spooled.bytes()),
                new FileBody(spooled.file()));
    }

    private SoundFile file(TrackUpload upload, LogRange content) {
        return SoundFile.of(upload.getFileName(), type(upload), content, readers);
    }

    private static String type(TrackUpload upload) {
        return SoundTypes.of(Optional.ofNullable(upload.getMediaType()), upload.getFileName());
    }
}
