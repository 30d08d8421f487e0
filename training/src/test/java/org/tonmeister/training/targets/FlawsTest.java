package org.tonmeister.training.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

class FlawsTest {
    private static final int DRAWS = 4000;

    @Test
    void a12_flawsEachWithAProbabilityOfOneHalf_overTheWholeRange() {
        List<Parameters> drawn = draws(Protocol.A12, false);

        for (Parameter parameter : Flaws.FLAWED) {
            double[] flawed = drawn.stream()
                    .filter(parameters -> !parameters.isNeutral(parameter))
                    .mapToDouble(parameters -> parameters.get(parameter))
                    .toArray();
            // The bounds are four standard deviations.
            assertThat((double) flawed.length / DRAWS).as("%s", parameter).isCloseTo(0.5, within(0.032));
            for (double quarter = 0; quarter < 1; quarter += 0.25) {
                double from = quarter;
                long within = IntStream.range(0, flawed.length)
                        .filter(i -> flawed[i] >= from && flawed[i] < from + 0.25)
                        .count();
                assertThat((double) within / flawed.length).as("%s", parameter).isCloseTo(0.25, within(0.04));
            }
        }
    }

    @Test
    void a12_flawsEachByItself() {
        List<Parameters> drawn = draws(Protocol.A12, false);

        for (Parameter one : Flaws.FLAWED) {
            for (Parameter other : Flaws.FLAWED) {
                if (one.compareTo(other) < 0) {
                    long both = drawn.stream()
                            .filter(parameters -> !parameters.isNeutral(one) && !parameters.isNeutral(other))
                            .count();
                    assertThat((double) both / DRAWS)
                            .as("%s and %s", one, other)
                            .isCloseTo(0.25, within(0.03));
                }
            }
        }
    }

    @Test
    void b12_flawsAll() {
        assertThat(draws(Protocol.B12, false))
                .allSatisfy(parameters -> assertThat(Flaws.FLAWED).noneMatch(parameters::isNeutral));
    }

    @Test
    void cleanMasters_haveNone() {
        assertThat(draws(Protocol.CLEAN, false)).containsOnly(Parameters.neutral());
    }

    @Test
    void sendsAndOutputLevel_areNeverFlawed() {
        var others = EnumSet.complementOf(EnumSet.copyOf(Flaws.FLAWED));

        assertThat(others).containsExactly(Parameter.REVERB, Parameter.DELAY, Parameter.OUTPUT_LEVEL);
        assertThat(draws(Protocol.B12, false))
                .allSatisfy(parameters -> assertThat(others).allMatch(parameters::isNeutral));
        assertThatThrownBy(() -> Flaws.draw(Protocol.SENDS, false, new Random(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("masters have no flaws in their sends");
    }

    @Test
    void aMonoTrack_getsTheSameFlaws_butForItsWidth() {
        List<Parameters> stereo = draws(Protocol.B12, false);

        List<Parameters> mono = draws(Protocol.B12, true);

        assertThat(mono)
                .isEqualTo(stereo.stream()
                        .map(parameters -> parameters.with(Parameter.WIDTH, Parameter.WIDTH.neutral()))
                        .toList());
    }

    @Test
    void draws_areTheSameEachTime_andOthersForEachSeedTrackProtocolAndNumber() {
        Parameters drawn = Flaws.draw(Protocol.B12, false, Draws.random(1, "aa", Protocol.B12, 0));

        assertThat(Flaws.draw(Protocol.B12, false, Draws.random(1, "aa", Protocol.B12, 0)))
                .isEqualTo(drawn);
        for (Random other : List.of(
                Draws.random(2, "aa", Protocol.B12, 0),
                Draws.random(1, "ab", Protocol.B12, 0),
                Draws.random(1, "aa", Protocol.A12, 0),
                Draws.random(1, "aa", Protocol.B12, 1))) {
            assertThat(Flaws.draw(Protocol.B12, false, other)).isNotEqualTo(drawn);
        }
    }

    private static List<Parameters> draws(Protocol protocol, boolean mono) {
        return IntStream.range(0, DRAWS)
                .mapToObj(draw -> Flaws.draw(protocol, mono, Draws.random(1, "track", protocol, draw)))
                .toList();
    }
}
