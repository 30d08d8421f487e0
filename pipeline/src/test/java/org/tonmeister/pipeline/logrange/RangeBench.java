package org.tonmeister.pipeline.logrange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.LogRange;

/** Topics of a test's own, with a writer and a reader of ranges. */
record RangeBench(TestPipeline pipeline, LogRangeWriter writer, LogRangeReader reader) implements AutoCloseable {
    static final String KEY = "track";

    static RangeBench open(TestBroker broker) {
        var pipeline = new TestPipeline(broker);
        return new RangeBench(
                pipeline, LogRangeWriter.open(pipeline.settings()), LogRangeReader.open(pipeline.settings()));
    }

    /** A range of so many bytes. */
    LogRange write(int length) throws IOException {
        return writer.write(Topic.UPLOAD_CHUNKS, KEY, new ByteArrayInputStream(bytes(length)), ignored -> {});
    }

    byte[] read(LogRange range) throws IOException {
        var out = new ByteArrayOutputStream();
        reader.copyTo(range, out);
        return out.toByteArray();
    }

    /** Noise, the same for the same length. */
    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Override
    public void close() {
        reader.close();
        writer.close();
        pipeline.close();
    }
}
