package org.tonmeister.mix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tonmeister.audio.codec.AudioWriter;
import org.tonmeister.audio.codec.OutputFormat;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.audio.mixdown.Mixdown;
import org.tonmeister.audio.mixdown.MixdownOptions;
import org.tonmeister.audio.mixdown.MixdownResult;
import org.tonmeister.pipeline.logrange.LogRangeReader;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.worker.RejectedException;
import org.tonmeister.pipeline.worker.StageContext;
import org.tonmeister.pipeline.worker.StageHandler;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.ParameterLists;
import org.tonmeister.schemas.record.MixFormat;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.MixReport;

/** One order in, one finished mix out. */
final class OrderHandler implements StageHandler {
    static final String STAGE = "mix";
    private static final AvroSerde<MixOrder> ORDERS = AvroSerde.of(MixOrder.class);

    private final LogRangeReader ranges;
    private final Path temporaryFolder;

    OrderHandler(PipelineSettings settings) {
        this.ranges = LogRangeReader.open(settings);
        this.temporaryFolder = settings.temp();
    }

    @Override
    public void handle(ConsumerRecord<byte[], byte[]> record, StageContext context)
            throws IOException, RejectedException {
        MixOrder order = ORDERS.decode(record.value());
        context.identify(order.getTrackId(), order.getUploadId(), order.getOrderId(), order.getRequestId());
        Path file = Files.createTempFile(temporaryFolder, "tonmeister-mix-", ".bin");
        try {
            var progress = new MixProgress(context, order, Clock.systemUTC());
            progress.begin();
            var track = new LoggedTrack(ranges, order, context, progress);
            var parameters = Parameters.of(ParameterLists.of(order.getParameters()));
            var result = Mixdown.render(
                    track, parameters, options(order.getOptions()), file, taken -> writer(file, order, track, taken));
            new MixPublisher(context, order).publish(file, report(order, result));
            context.audio((double) order.getFrames() / order.getSampleRate());
            context.answersUser();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public void close() {
        ranges.close();
    }

    private static MixReport report(MixOrder order, MixdownResult result) {
        // With the format that was taken, where none was asked for.
        var options = MixOptions.newBuilder(order.getOptions())
                .setFormat(MixFormat.valueOf(Formats.of(order.getOptions()).name()))
                .build();
        return MixReports.begin(
                        result, options, order.getSource(), order.getSampleRate(), order.getFrames(), order.getNotes())
                .setModels(order.getModels())
                .setMissingModels(order.getMissingModels())
                .build();
    }

    private static MixdownOptions options(MixOptions options) {
        var asked = MixdownOptions.of(Formats.of(options)).withCeilingDbtp(options.getCeilingDbtp());
        return options.getLoudnessLufs() == null ? asked : asked.withLoudnessLufs(options.getLoudnessLufs());
    }

    private static AudioWriter writer(Path file, MixOrder order, LoggedTrack track, Parameters parameters)
            throws IOException {
        var format = Formats.of(order.getOptions());
        int bits = OutputFormat.flacBits(order.getSource().getBitsPerSample());
        var tags = MixTags.of(order, parameters, track.tags());
        return AudioWriter.create(file, format, track.sampleRate(), bits, tags, track.cover());
    }
}
