package org.tonmeister.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage in the middle of files. */
class DamageTest {
    @TempDir
    Path folder;

    @Test
    void oneDamagedFlacFrame_isSkippedAndNoted() throws Exception {
        Path file = flac();
        damage(file, 1);

        Decoded decoded = Decoded.of(file);

        assertThat(decoded.notes()).containsExactly("1 damaged frame skipped");
        assertThat(decoded.frames()).isBetween(441_000 - 5_000, 441_000 - 1);
    }

    @Test
    void rejects_muchDamagedFlac() throws Exception {
        Path file = flac();
        damage(file, 20);

        assertThatThrownBy(() -> Decoded.of(file))
                .isInstanceOf(AudioFormatException.class)
                .message()
                .matches("\\d+ of \\d+ frames are damaged: upload it again");
    }

    @Test
    void lostOggPage_isNotedByItsLength() throws Exception {
        Path file = FfmpegProgram.make(
                folder.resolve("a.oga"), FfmpegProgram.source(44_100, 20), "-c:a", "flac", "-page_duration", "200000");
        damage(file, 1);

        assertThat(Decoded.of(file).notes())
                .singleElement()
                .asString()
                .matches("0\\.[234] of 20\\.0 s are lost where the file is damaged");
    }

    @Test
    void rejects_oggThatLostMuch() throws Exception {
        Path file = FfmpegProgram.make(folder.resolve("a.opus"), FfmpegProgram.source(48_000, 5));
        damage(file, 3);

        assertThatThrownBy(() -> Decoded.of(file))
                .isInstanceOf(AudioFormatException.class)
                .message()
                .matches("\\d\\.\\d of 5\\.0 s are lost where the file is damaged: upload it again");
    }

    @Test
    void rejects_damagedLastOggPage() throws Exception {
        Path file = FfmpegProgram.make(folder.resolve("a.opus"), FfmpegProgram.source(48_000, 1));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 9] ^= 0x55;
        Files.write(file, bytes);

        assertThatThrownBy(() -> Decoded.of(file)).hasMessage("the last Ogg page is damaged: upload it again");
    }

    private Path flac() throws IOException {
        return Signals.write(folder.resolve("a.flac"), OutputFormat.FLAC, 44_100, Signals.sines(44_100, 441_000));
    }

    /** Destroys a few bytes at so many places, evenly spread over the middle of the file. */
    private static void damage(Path file, int places) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 1; i <= places; i++) {
            int at = (int) ((long) bytes.length * i / (places + 1));
            for (int j = 0; j < 8; j++) {
                bytes[at + j] ^= 0x5A;
            }
        }
        Files.write(file, bytes);
    }
}
