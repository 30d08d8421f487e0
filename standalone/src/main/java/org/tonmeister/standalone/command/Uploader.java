package org.tonmeister.standalone.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.client.TonmeisterClient;
import org.tonmeister.schemas.record.MixOptions;

/** Publishes files in the background, one after the other: the disk would gain nothing from more at a time. */
final class Uploader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Uploader.class);

    private final TonmeisterClient client;
    private final MixOptions options;
    private final Consumer<MixEvent> events;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        var made = new Thread(task, "upload");
        made.setDaemon(true);
        return made;
    });

    /** @param events hears what becomes of each file, on the uploader's thread */
    Uploader(TonmeisterClient client, MixOptions options, Consumer<MixEvent> events) {
        this.client = client;
        this.options = options;
        this.events = events;
    }

    /** Begins; ends in {@link MixEvent.Published} or {@link MixEvent.NotPublished}. */
    void upload(MixJob job) {
        try {
            thread.execute(() -> events.accept(publish(job)));
        } catch (RejectedExecutionException e) {
            events.accept(new MixEvent.NotPublished(job, "was not uploaded any more"));
        }
    }

    private MixEvent publish(MixJob job) {
        InputFile input = job.input();
        try (InputStream in = Files.newInputStream(input.path())) {
            double size = Math.max(1, Files.size(input.path()));
            var track = client.publish(
                    input.trackId(),
                    input.name(),
                    in,
                    options,
                    bytes -> events.accept(new MixEvent.Sent(job, bytes / size)));
            return new MixEvent.Published(job, track.uploadId());
        } catch (IOException e) {
            return new MixEvent.NotPublished(job, "cannot be read: " + Reasons.of(e));
        } catch (KafkaException e) {
            LOG.atWarn().addKeyValue("file", input.path()).setCause(e).log("Not uploaded");
            return new MixEvent.NotPublished(
                    job, "cannot be uploaded: " + Reasons.firstLine(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            // Were it lost with the thread, the command would wait for ever.
            LOG.atError().addKeyValue("file", input.path()).setCause(e).log("Not uploaded");
            return new MixEvent.NotPublished(job, "unexpected fault: " + e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
