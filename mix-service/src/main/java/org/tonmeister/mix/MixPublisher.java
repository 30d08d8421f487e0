package org.tonmeister.mix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tonmeister.pipeline.worker.StageContext;
import org.tonmeister.pipeline.worker.StageRangeOutput;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.LogRange;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.schemas.record.MixFormat;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.MixReport;
import org.tonmeister.schemas.record.ProgressState;

/** Publishes a rendered file: its bytes first, then the record that points at them. */
final class MixPublisher {
    private static final String ENSEMBLE = "ensemble";

    private final StageContext context;
    private final MixOrder order;

    MixPublisher(StageContext context, MixOrder order) {
        this.context = context;
        this.order = order;
    }

    void publish(Path file, MixReport report) throws IOException {
        LogRange content;
        try (var out = new StageRangeOutput(context, Topic.MIX_CHUNKS, order.getTrackId())) {
            Files.copy(file, out);
            content = out.finish();
        }
        var format = Formats.of(order.getOptions());
        var mix = Mix.newBuilder()
                .setTrackId(order.getTrackId())
                .setUploadId(order.getUploadId())
                .setOrderId(order.getOrderId())
                .setRevision(order.getRevision())
                .setVariant(order.getVariant())
                .setFileName(fileName(format.extension()))
                .setMediaType(format.mediaType())
                .setFormat(MixFormat.valueOf(format.name()))
                .setContent(content)
                .setReport(report)
                .setRequestId(order.getRequestId())
                .build();
        context.send(Topic.MIXES, order.getTrackId(), mix, MixEvent.headers(context.catalogue(), order));
        context.progress(order.getTrackId(), order.getUploadId(), OrderHandler.STAGE, ProgressState.DONE, 1);
    }

    private String fileName(String extension) {
        String source = Path.of(order.getSource().getFileName()).getFileName().toString();
        int dot = source.lastIndexOf('.');
        String name = dot > 0 ? source.substring(0, dot) : source;
        String variant = order.getVariant().equals(ENSEMBLE) ? "" : "." + order.getVariant();
        return name + variant + ".mixed." + extension;
    }
}
