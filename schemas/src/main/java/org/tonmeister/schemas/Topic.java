package org.tonmeister.schemas;

import java.time.Duration;

/**
 * The topics, one place for their names, limits and retention. All have the same number of partitions and are keyed by
 * the track id.
 */
public enum Topic {
    /** Files to mix: raw bytes, or Avro {@code Upload} that points into {@link #UPLOAD_CHUNKS}. */
    UPLOADS("uploads", Limits.RAW_UPLOAD_BYTES + Limits.OVERHEAD_BYTES, Duration.ofDays(30)),
    /** Bytes of the uploads that come by manifest. */
    UPLOAD_CHUNKS("upload-chunks", Limits.CHUNK_BYTES + Limits.OVERHEAD_BYTES, Duration.ofDays(30)),
    /** Avro {@code AudioChunk}: 6 s at 192 kHz in 32-bit stereo is 9.2 MB; cover art on window 0 is up to 4 MiB. */
    AUDIO("audio", 16 << 20, Duration.ofDays(3)),
    /** Avro {@code SpectrogramWindow}. */
    SPECTROGRAMS("spectrograms", Limits.DEFAULT_RECORD_BYTES, Duration.ofDays(7)),
    /** Avro {@code AstWindow}. */
    AST_FEATURES("ast-features", Limits.DEFAULT_RECORD_BYTES, Duration.ofDays(7)),
    /** Avro {@code Prediction}. */
    PREDICTIONS("predictions", Limits.DEFAULT_RECORD_BYTES, Duration.ofDays(7)),
    /** Avro {@code MixOrder}. */
    MIX_ORDERS("mix-orders", Limits.DEFAULT_RECORD_BYTES, Duration.ofDays(7)),
    /** Avro {@code MixRequest}. */
    MIX_REQUESTS("mix-requests", Limits.DEFAULT_RECORD_BYTES, Duration.ofDays(7)),
    /** Avro {@code Mix}. */
    MIXES("mixes", Limits.DEFAULT_RECORD_BYTES, Duration.ofDays(30)),
    /** Bytes of the mixes. */
    MIX_CHUNKS("mix-chunks", Limits.CHUNK_BYTES + Limits.OVERHEAD_BYTES, Duration.ofDays(30)),
    /** Avro {@code Progress}. */
    PROGRESS("progress", Limits.DEFAULT_RECORD_BYTES, Duration.ofDays(7)),
    /** Records that could not be worked on, as they came, with the reason in their headers. */
    DEAD_LETTERS("dead-letters", Limits.RAW_UPLOAD_BYTES + Limits.OVERHEAD_BYTES, Duration.ofDays(90)),
    /** Avro {@code TrackState}, the newest of each track; no value: the track was deleted or has expired. */
    TRACKS("tracks", Limits.DEFAULT_RECORD_BYTES, Cleanup.COMPACT, Duration.ofDays(30));

    /** What becomes of old records. */
    public enum Cleanup {
        /** They are deleted after the retention. */
        DELETE,
        /** The newest of each key stays for ever; one without a value for the retention. */
        COMPACT
    }

    /** Sizes that more than one topic shares. */
    public static final class Limits {
        /** Largest file that may be sent as one raw record. */
        public static final int RAW_UPLOAD_BYTES = 32 << 20;
        /** Largest payload of a record of {@code upload-chunks} and {@code mix-chunks}. */
        public static final int CHUNK_BYTES = 512 << 10;
        /** The broker's own default for {@code max.message.bytes}. */
        public static final int DEFAULT_RECORD_BYTES = 1_048_588;
        /** Room for key, headers and batch framing beside the payload. */
        public static final int OVERHEAD_BYTES = 64 << 10;

        private Limits() {}
    }

    private final String suffix;
    private final int maxRecordBytes;
    private final Cleanup cleanup;
    private final Duration retention;

    Topic(String suffix, int maxRecordBytes, Duration retention) {
        this(suffix, maxRecordBytes, Cleanup.DELETE, retention);
    }

    Topic(String suffix, int maxRecordBytes, Cleanup cleanup, Duration retention) {
        this.suffix = suffix;
        this.maxRecordBytes = maxRecordBytes;
        this.cleanup = cleanup;
        this.retention = retention;
    }

    /** Name without the prefix. */
    public String suffix() {
        return suffix;
    }

    /** Largest record batch the topic takes, in bytes. */
    public int maxRecordBytes() {
        return maxRecordBytes;
    }

    /** What becomes of old records. */
    public Cleanup cleanup() {
        return cleanup;
    }

    /** How long records stay; in a compacted topic, how long those without a value do. */
    public Duration retention() {
        return retention;
    }
}
