package org.tonmeister.gateway.download;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.tonmeister.gateway.http.Workers;
import org.tonmeister.gateway.problem.Problem;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.Upload;

/**
 * Reads upload records. One that is the file itself, up to 32 MiB, is put into a temporary file, the newest few of which
 * stay: a player asks for many parts of one file, and Kafka gives a record only whole. Thread-safe.
 */
public final class UploadRecords implements AutoCloseable {
    private static final int KEPT_FILES = 16;
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

    private final AvroSerde<Upload> uploads = AvroSerde.of(Upload.class);
    private final PipelineSettings settings;
    private final Path folder;
    /** One: two records of 32 MiB at a time would be much for a small machine. */
    private final Workers worker = new Workers("gateway-original", 1, 64);

    private final Map<String, UploadRecord.Spooled> kept = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param settings how to reach Kafka
     * @throws IOException if there is no place for temporary files
     */
    public UploadRecords(PipelineSettings settings) throws IOException {
        this.settings = settings;
        this.folder = Files.createTempDirectory(Files.createDirectories(settings.temp()), "originals");
    }

    /** The record of an upload. */
    Future<UploadRecord> read(String uploadId) {
        return worker.call(() -> {
            UploadRecord.Spooled known = kept.get(uploadId);
            return known == null ? fetch(uploadId) : known;
        });
    }

    @Override
    public void close() {
        worker.close(CLOSE_PATIENCE);
        try {
            for (UploadRecord.Spooled file : kept.values()) {
                Files.deleteIfExists(file.file());
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // They lie in a folder for temporary files.
        }
    }

    private UploadRecord fetch(String uploadId) throws IOException {
        int dash = uploadId.indexOf('-');
        var partition = new TopicPartition(
                settings.catalogue().name(Topic.UPLOADS), Integer.parseInt(uploadId.substring(0, dash)));
        byte[] value = value(partition, Long.parseLong(uploadId.substring(dash + 1)));
        if (AvroSerde.isAvro(value)) {
            return new UploadRecord.Manifest(uploads.decode(value).getContent());
        }
        return spool(uploadId, value);
    }

    private byte[] value(TopicPartition partition, long offset) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var consumer = new KafkaConsumer<byte[], byte[]>(settings.seekingConsumer())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, offset);
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.offset() == offset && record.value() != null && record.value().length > 0) {
                        return record.value();
                    }
                    throw Problem.gone("The log no longer holds the original");
                }
            }
            throw new TimeoutException("The upload record could not be read");
        } catch (OffsetOutOfRangeException e) {
            throw Problem.gone("The log no longer holds the original: it has expired");
        }
    }

    private UploadRecord spool(String uploadId, byte[] value) throws IOException {
        Path partial = folder.resolve(UUID.randomUUID() + ".part");
        Path file = folder.resolve(UUID.randomUUID().toString());
        try (var channel = FileChannel.open(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(value);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        var spooled = new UploadRecord.Spooled(file, value.length);
        kept.put(uploadId, spooled);
        forgetOldest();
        return spooled;
    }

    private void forgetOldest() throws IOException {
        var oldest = new ArrayList<>(kept.keySet());
        for (String uploadId : oldest.subList(0, Math.max(0, oldest.size() - KEPT_FILES))) {
            // Who is sending it has it open.
            Files.deleteIfExists(kept.remove(uploadId).file());
        }
    }
}
