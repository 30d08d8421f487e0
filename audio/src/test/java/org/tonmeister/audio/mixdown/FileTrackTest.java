package org.tonmeister.audio.mixdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.codec.AudioFormatException;
import org.tonmeister.audio.codec.AudioWriter;
import org.tonmeister.audio.codec.OutputFormat;

class FileTrackTest {
    private static final int RATE = 48_000;

    @TempDir
    Path folder;

    @Test
    void canBeReadAsOftenAsNeeded() throws IOException {
        var source = new SyntheticTrack(RATE, 3, 0.5);
        Path file = folder.resolve("song.flac");
        try (var writer =
                AudioWriter.create(file, OutputFormat.FLAC, RATE, 16, Map.of("title", "Song"), Optional.empty())) {
            source.read(writer::write);
            writer.finish();
        }

        var track = FileTrack.open(file);

        assertThat(track.sampleRate()).isEqualTo(RATE);
        assertThat(track.info().tags()).containsEntry("title", "Song");
        assertThat(samples(track, source.frames())).isDeepEqualTo(source.samples());
        assertThat(samples(track, source.frames())).isDeepEqualTo(source.samples());
    }

    @Test
    void aFileThatIsNoAudioIsNamedAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("song.wav"), "la la la");

        assertThatThrownBy(() -> FileTrack.open(file)).isInstanceOf(AudioFormatException.class);
    }

    private static float[][] samples(Track track, int frames) throws IOException {
        float[][] samples = new float[2][frames];
        int[] length = {0};
        track.read((block, count) -> {
            for (int channel = 0; channel < 2; channel++) {
                System.arraycopy(block[channel], 0, samples[channel], length[0], count);
            }
            length[0] += count;
        });
        assertThat(length[0]).isEqualTo(frames);
        return samples;
    }
}
