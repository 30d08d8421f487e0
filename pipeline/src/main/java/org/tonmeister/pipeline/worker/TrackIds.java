package org.tonmeister.pipeline.worker;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Track ids: the key of every record, in UTF-8. */
public final class TrackIds {
    /** Longest track id, in characters. */
    public static final int MAX_LENGTH = 200;

    private TrackIds() {}

    /**
     * The track id of an upload record: its key, or {@code upload-partition-offset} where it has none. A key that is
     * not a {@linkplain #isValid valid} id is given as it is: it is for the reader to refuse.
     */
    public static String of(ConsumerRecord<byte[], byte[]> upload) {
        byte[] key = upload.key();
        return key == null || key.length == 0
                ? "upload-" + UploadIds.of(upload)
                : new String(key, StandardCharsets.UTF_8);
    }

    /** Whether {@code id} has 1 to 200 characters, all printable, and no blank at its ends. */
    public static boolean isValid(String id) {
        return !id.isBlank()
                && id.length() <= MAX_LENGTH
                && id.equals(id.strip())
                && id.codePoints().allMatch(TrackIds::isPrintable);
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> codePoint != 0xFFFD;
        };
    }
}
