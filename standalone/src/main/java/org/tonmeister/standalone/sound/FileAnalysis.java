package org.tonmeister.standalone.sound;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tonmeister.audio.analysis.TrackAnalysis;
import org.tonmeister.audio.analysis.TrackMeter;
import org.tonmeister.audio.codec.SourceInfo;

/**
 * What a file is and what meters say about it.
 *
 * @param path as the user wrote it
 * @param notes what the user should know about the file
 * @param sketch for a picture, if one is wanted
 */
public record FileAnalysis(
        Path path, SourceInfo info, TrackAnalysis figures, List<String> notes, Optional<Sketch> sketch) {
    /** How much is wanted. */
    public enum Depth {
        /** Figures only. */
        FIGURES,
        /** And a waveform. */
        WAVEFORM,
        /** And a spectrogram. */
        SPECTROGRAM
    }

    /**
     * Reads a file once.
     *
     * @throws org.tonmeister.audio.codec.AudioFormatException if the file cannot be used; the message is the reason
     * @throws IOException if it cannot be read at all
     */
    public static FileAnalysis of(Path path, Depth depth, SourceFile.Listener listener) throws IOException {
        var file = SourceFile.open(path, listener);
        var meter = new TrackMeter(file.sampleRate());
        Optional<Sketch> sketch = depth == Depth.FIGURES
                ? Optional.empty()
                : Optional.of(Sketch.blank(file.sampleRate(), depth == Depth.SPECTROGRAM));
        file.read((block, frames) -> {
            meter.add(block, frames);
            sketch.ifPresent(drawn -> drawn.add(block, frames));
        });
        sketch.ifPresent(Sketch::finish);
        return new FileAnalysis(path, file.info(), meter.finish(), file.notes(), sketch);
    }

    /** The same without what only a picture needs. */
    public FileAnalysis withoutSketch() {
        return new FileAnalysis(path, info, figures, notes, Optional.empty());
    }
}
