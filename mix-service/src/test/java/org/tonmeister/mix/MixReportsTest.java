package org.tonmeister.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonmeister.audio.analysis.Loudness;
import org.tonmeister.audio.analysis.Measurement;
import org.tonmeister.audio.dsp.ChainOptions;
import org.tonmeister.audio.dsp.GainReduction;
import org.tonmeister.audio.dsp.MixChain;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.audio.mixdown.MixdownResult;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.record.MixFormat;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.MixReport;
import org.tonmeister.schemas.record.SourceDescription;

class MixReportsTest {
    private static final int RATE = 44_100;

    private static MixdownResult result(double lufsAfter, double removedOffset, double extraGainDb, int fileRate) {
        var chain = new MixChain(RATE, Parameters.neutral(), ChainOptions.defaults());
        return new MixdownResult(
                new Measurement(new Loudness(-20, 7, -15, -17), -3),
                new Measurement(new Loudness(lufsAfter, 6, -9, -11), -1.2),
                new GainReduction(1.5, 6, 2, 0.25),
                chain.gainReductionTrace(),
                1.75,
                removedOffset,
                Parameters.neutral().with(Parameter.OUTPUT_LEVEL, 0.75),
                extraGainDb,
                fileRate,
                1);
    }

    private static MixReport report(MixOptions options, MixdownResult result) {
        var serde = AvroSerde.of(MixReport.class);
        // Through the wire, so that every field that must be there is.
        return serde.decode(serde.encode(MixReports.begin(
                        result,
                        options,
                        new SourceDescription("song.flac", "flac", "flac", RATE, 2, 16, false),
                        RATE,
                        90L * RATE,
                        List.of("mixed down from 5.1 to stereo"))
                .build()));
    }

    @Test
    void holdsWhatWasMeasured() {
        var report = report(MixOptions.newBuilder().build(), result(-14, 0, 0, RATE));

        assertThat(report.getBefore().getLufs()).isEqualTo(-20);
        assertThat(report.getBefore().getLra()).isEqualTo(7);
        assertThat(report.getBefore().getMaxMomentaryLufs()).isEqualTo(-15);
        assertThat(report.getBefore().getMaxShortTermLufs()).isEqualTo(-17);
        assertThat(report.getBefore().getTruePeakDbtp()).isEqualTo(-3);
        assertThat(report.getAfter().getTruePeakDbtp()).isEqualTo(-1.2);
        assertThat(report.getGainReduction().getMakeUpDb()).isEqualTo(1.75);
        assertThat(report.getGainReduction().getLimitedShare()).isEqualTo(0.25);
        assertThat(report.getParameters().getOutputLevel()).isEqualTo(0.75);
        assertThat(report.getSeconds()).isCloseTo(90, within(1e-9));
        assertThat(report.getModels()).isEmpty();
        assertThat(report.getNotes()).containsExactly("mixed down from 5.1 to stereo");
    }

    @Test
    void saysWhatTheUserWouldNotExpect() {
        var options = MixOptions.newBuilder()
                .setFormat(MixFormat.OPUS)
                .setLoudnessLufs(-9.0)
                .build();

        var report = report(options, result(-10.2, 0.01, 3.25, 48_000));

        assertThat(report.getSampleRate()).isEqualTo(48_000);
        assertThat(report.getNotes())
                .containsExactly(
                        "mixed down from 5.1 to stereo",
                        "resampled from 44100 to 48000 Hz for the output format",
                        "a DC offset of -40 dBFS was taken out of the source",
                        "+3.3 dB beyond the output level's range, for the loudness target",
                        "the loudness target of -9.0 LUFS was missed: -10.2 LUFS");
    }
}
