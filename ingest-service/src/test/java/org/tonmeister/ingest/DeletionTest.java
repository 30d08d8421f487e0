package org.tonmeister.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.worker.RejectedException;
import org.tonmeister.schemas.TextHeader;

class DeletionTest {
    @TempDir
    static Path folder;

    private final UploadHandler handler =
            new UploadHandler(PipelineSettings.builder().temp(folder).build());
    private final RecordingContext context = new RecordingContext();

    @AfterEach
    void close() {
        handler.close();
    }

    @Test
    void recordWithoutAValue_tellsTheEnsembleWhatWasDeleted() throws Exception {
        handler.handle(record("song", null), context);

        assertThat(context.withoutValue).containsExactly("mix-requests song");
        assertThat(context.headers).containsExactly(new TextHeader("deleted-up-to", "3-14"));
        assertThat(context.progress).isEmpty();
    }

    @Test
    void withoutAKey_meansNothing() throws Exception {
        handler.handle(record(null, null), context);

        assertThat(context.withoutValue).isEmpty();
    }

    @Test
    void rejects_emptyFile() {
        assertThatThrownBy(() -> handler.handle(record("song", new byte[0]), context))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("empty");
    }

    private static ConsumerRecord<byte[], byte[]> record(String key, byte[] value) {
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        return new ConsumerRecord<>("uploads", 3, 14, keyBytes, value);
    }
}
