package org.tonmeister.training.compare.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonmeister.training.compare.TestComparison;
import org.tonmeister.training.compare.result.Version;

class FadersTest {
    private final List<Version> versions = TestComparison.of("song").versions();
    private final Faders faders = new Faders(new Look(versions), versions);

    @Test
    void values_lieFromTopToBottom() {
        assertThat(Faders.y(1)).isEqualTo(14);
        assertThat(Faders.y(0.5)).isEqualTo(114);
        assertThat(Faders.y(0)).isEqualTo(214);
    }

    @Test
    void models_haveALaneEach_withAndWithoutReference() {
        assertThat(faders.x(versions.get(2))).isEqualTo(59);
        assertThat(faders.x(versions.get(3))).isEqualTo(97);
        assertThat(faders.x(versions.get(5))).isEqualTo(97);
    }

    @Test
    void marks_areWhereTheModelsSetTheParameter() {
        String page = faders.markup(versions).toString();

        // High EQ +6 dB of the analyser, a circle around (59, 64); the neutral one of the other, a square around (97,
        // 114)
        assertThat(page)
                .contains("data-v=\"analyser\" d=\"M54.0 64.0a5", "<title>analyser: +6.0 dB</title>")
                .contains("data-v=\"baseline-cnn\" d=\"M92.5 109.5h9v9h-9z\"");
        // Compression 2:1 a third up; the ensemble's cap at 12 % of the reverb
        assertThat(page).contains("d=\"M92.5 142.8h9v9h-9z\"", "<title>baseline-cnn: 2.0:1</title>");
        assertThat(page).contains("M40.0 190.0h76.0\"", "<title>ensemble: 12 %</title>");
    }

    @Test
    void pictures_areDescribedInWords() {
        assertThat(faders.markup(versions).toString())
                .contains("aria-label=\"High EQ: analyser +6.0 dB, baseline-cnn 0.0 dB, ensemble 0.0 dB, baseline-cnn +"
                        + " reference 0.0 dB, ensemble + reference 0.0 dB\"");
    }
}
