package org.tonmeister.operations.replay;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.AstWindow;
import org.tonmeister.schemas.record.RecordPointer;
import org.tonmeister.schemas.record.SpectrogramWindow;

/** The two kinds of feature records, as far as a replay looks into them. */
final class FeatureRecords {
    private static final AvroSerde<SpectrogramWindow> SPECTROGRAMS = AvroSerde.of(SpectrogramWindow.class);
    private static final AvroSerde<AstWindow> AST = AvroSerde.of(AstWindow.class);

    private FeatureRecords() {}

    /**
     * What is looked at.
     *
     * @param last whether it closes the track
     */
    record Facts(String uploadId, String pass, int window, RecordPointer audio, boolean last) {}

    static Facts of(ConsumerRecord<byte[], byte[]> record) {
        if (isAst(record)) {
            var window = AST.decode(record.value());
            return new Facts(
                    window.getUploadId(),
                    window.getPass(),
                    window.getWindow(),
                    window.getAudio(),
                    window.getClosing() != null);
        }
        var window = SPECTROGRAMS.decode(record.value());
        return new Facts(
                window.getUploadId(),
                window.getPass(),
                window.getWindow(),
                window.getAudio(),
                window.getClosing() != null);
    }

    /** The same record in another pass. */
    static byte[] inPass(ConsumerRecord<byte[], byte[]> record, String pass) {
        if (isAst(record)) {
            return AST.encode(AstWindow.newBuilder(AST.decode(record.value()))
                    .setPass(pass)
                    .build());
        }
        return SPECTROGRAMS.encode(SpectrogramWindow.newBuilder(SPECTROGRAMS.decode(record.value()))
                .setPass(pass)
                .build());
    }

    private static boolean isAst(ConsumerRecord<byte[], byte[]> record) {
        return record.topic().endsWith("." + Topic.AST_FEATURES.suffix());
    }
}
