package org.tonmeister.training.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tonmeister.audio.codec.AudioWriter;
import org.tonmeister.audio.codec.OutputFormat;
import org.tonmeister.audio.codec.SourceInfo;
import org.tonmeister.audio.dsp.ChainOptions;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.audio.mixdown.FileTrack;
import org.tonmeister.audio.mixdown.Mixdown;
import org.tonmeister.audio.mixdown.MixdownOptions;
import org.tonmeister.audio.mixdown.MixdownResult;

/** Writes a song's versions into a folder. */
final class Studio {
    private static final String TITLE = "title";

    private final FileTrack song;
    private final OutputFormat format;
    private final Path folder;

    Studio(FileTrack song, OutputFormat format, Path folder) {
        this.song = song;
        this.format = format;
        this.folder = folder;
    }

    /** Where a version goes. */
    Path file(String id) {
        return folder.resolve(name(id));
    }

    /** The name of its file. */
    String name(String id) {
        return id + "." + format.extension();
    }

    /** Writes the song as it is, in the format of the mixes: browsers do not play every source. */
    void copy(String id) throws IOException {
        try (AudioWriter writer = writer(id)) {
            song.read(writer::write);
            writer.finish();
        }
    }

    /** Renders a mix by the code that mix-service runs. */
    MixdownResult mix(String id, Parameters parameters, OptionalDouble loudnessLufs) throws IOException {
        var options = new MixdownOptions(format, loudnessLufs, ChainOptions.DEFAULT_CEILING_DBTP);
        return Mixdown.render(song, parameters, options, file(id), taken -> writer(id));
    }

    private AudioWriter writer(String id) throws IOException {
        SourceInfo source = song.info();
        Map<String, String> tags = new HashMap<>(source.tags());
        tags.merge(TITLE, id, (title, version) -> title + " (" + version + ")");
        int bits = OutputFormat.flacBits(source.bitsPerSample());
        return AudioWriter.create(file(id), format, source.sampleRate(), bits, tags, Optional.empty());
    }
}
