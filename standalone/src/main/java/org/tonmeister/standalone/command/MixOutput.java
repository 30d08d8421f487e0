package org.tonmeister.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.tonmeister.client.TonmeisterClient;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.schemas.record.MixFormat;
import org.tonmeister.standalone.report.ReportJson;

/** Writes mixes and their reports into a folder, each under a temporary name first, so that no half file is seen. */
final class MixOutput {
    private static final String ENSEMBLE = "ensemble";

    private final Path folder;

    private MixOutput(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the folder if it is not there.
     *
     * @throws UserException if nothing can be written there
     */
    static MixOutput in(Path folder) {
        return new MixOutput(OutputFolder.make(folder));
    }

    /**
     * Writes {@code name.mixed.ext} and {@code name.report.json}; a single model's mix has the model in its name.
     *
     * @return the mix's file
     */
    Path write(TonmeisterClient client, Mix mix, String name) throws IOException {
        String whole = mix.getVariant().equals(ENSEMBLE) ? name : name + "." + mix.getVariant();
        Path file = folder.resolve(whole + ".mixed." + extension(mix.getFormat()));
        client.save(mix, file);
        Path report = folder.resolve(whole + ".report.json");
        Path partial = folder.resolve("." + whole + ".report.json.part");
        Files.writeString(partial, ReportJson.render(mix));
        Files.move(partial, report, StandardCopyOption.REPLACE_EXISTING);
        return file;
    }

    private static String extension(MixFormat format) {
        return switch (format) {
            case FLAC -> "flac";
            case WAV16, WAV24, WAV32F -> "wav";
            case MP3 -> "mp3";
            case M4A -> "m4a";
            case OPUS -> "opus";
        };
    }
}
