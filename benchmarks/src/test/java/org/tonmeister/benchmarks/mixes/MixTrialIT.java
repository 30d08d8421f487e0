package org.tonmeister.benchmarks.mixes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonmeister.audio.codec.OutputFormat;

/** {@code bench mixes} in short form, on the README's example. */
class MixTrialIT {
    private static final Path SONG = Path.of("..", "examples", "main-theme.flac");

    @ParameterizedTest
    @EnumSource(names = {"FLAC", "MP3", "M4A", "OPUS"})
    void aMixWithRandomParametersIsWithoutFault(OutputFormat format) throws IOException, InterruptedException {
        var trial = new MixTrial("main-theme", SONG);

        for (long seed = 1; seed <= 2; seed++) {
            MixRow row = trial.run(format, seed);

            assertThat(MixTable.isSound(row)).as(MixTable.row(row)).isTrue();
            assertThat(row.lufs()).isGreaterThan(-40);
        }
    }
}
