package org.tonmeister.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.tonmeister.schemas.record.AstWindow;
import org.tonmeister.schemas.record.AudioChunk;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.MixRequest;
import org.tonmeister.schemas.record.Prediction;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.SpectrogramWindow;
import org.tonmeister.schemas.record.TrackState;
import org.tonmeister.schemas.record.Upload;
import org.tonmeister.schemas.record.UploadAccount;
import org.tonmeister.schemas.record.UploadNotice;

/**
 * Adds the present schemas to the released ones, where they differ from the newest: run it with the version's name and
 * the resource folder when a release is made.
 */
final class ReleaseSchemas {
    static final List<Class<? extends SpecificRecordBase>> RECORDS = List.of(
            Upload.class,
            AudioChunk.class,
            SpectrogramWindow.class,
            AstWindow.class,
            Prediction.class,
            MixOrder.class,
            MixRequest.class,
            Mix.class,
            Progress.class,
            UploadAccount.class,
            TrackState.class,
            UploadNotice.class);

    private ReleaseSchemas() {}

    /** Arguments: version such as {@code v2}, and the folder {@code released/} in the sources. */
    public static void main(String[] args) throws IOException {
        String version = args[0];
        Path folder = Path.of(args[1]);
        Path index = folder.resolve("index");
        var lines = new ArrayList<>(Files.exists(index) ? Files.readAllLines(index) : List.of());
        for (var type : RECORDS) {
            var schema = SpecificData.get().getSchema(type);
            boolean known = !lines.isEmpty()
                    && ReleasedSchemas.all().stream()
                            .anyMatch(r -> SchemaNormalization.parsingFingerprint64(r.schema())
                                    == SchemaNormalization.parsingFingerprint64(schema));
            if (!known) {
                String path = version + "/" + schema.getName() + ".avsc";
                Files.createDirectories(folder.resolve(version));
                Files.writeString(folder.resolve(path), schema.toString(true) + "\n");
                lines.add(path);
            }
        }
        Files.write(index, lines);
    }
}
