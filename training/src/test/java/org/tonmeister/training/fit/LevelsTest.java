package org.tonmeister.training.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.training.targets.Example;
import org.tonmeister.training.targets.Protocol;

class LevelsTest {
    private static final int DRAWS = 4000;

    private static Stream<Pick> picks(Protocol protocol, double inputGain, Set<Parameter> known) {
        var truth = Parameters.neutral().with(Parameter.INPUT_GAIN, inputGain).with(Parameter.WIDTH, 0.7);
        var bag = new Bag(new Example("t", "e", protocol, "masters", truth, known), new int[0], new int[0]);
        var levels = new Levels(new Random(1));
        return IntStream.range(0, DRAWS).mapToObj(i -> levels.pick(bag, new int[0], new int[0]));
    }

    @Test
    void louderByAsMuch_asLessGainIsNeeded_andNothingElseChanges() {
        assertThat(picks(Protocol.B12, 0.75, EnumSet.allOf(Parameter.class))).allSatisfy(pick -> {
            double needed = 24 * (pick.truth().get(Parameter.INPUT_GAIN) - 0.5);
            assertThat(pick.levelDb() + needed).isCloseTo(6, within(1e-9));
            assertThat(pick.truth().get(Parameter.WIDTH)).isEqualTo(0.7);
        });
    }

    @Test
    void a12_staysHalfNeutral_ofWhatIsDrawnAnew() {
        double drawn = picks(Protocol.A12, 0.9, EnumSet.allOf(Parameter.class))
                .filter(pick -> pick.levelDb() != 0)
                .mapToDouble(pick -> pick.truth().get(Parameter.INPUT_GAIN) == 0.5 ? 1 : 0)
                .average()
                .orElseThrow();

        assertThat(drawn).isCloseTo(0.5, within(0.04));
    }

    @Test
    void cleanMasters_becomeAsLoudAsUploads() {
        double mean = picks(Protocol.CLEAN, 0.5, EnumSet.allOf(Parameter.class))
                .filter(pick -> pick.levelDb() != 0)
                .mapToDouble(Pick::levelDb)
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(6, within(0.3));
    }

    @Test
    void unknownGain_leavesTheTruthAsItIs() {
        assertThat(picks(Protocol.SENDS, 0.5, EnumSet.of(Parameter.REVERB))).allSatisfy(pick -> {
            assertThat(pick.truth()).isEqualTo(pick.bag().example().parameters());
            assertThat(pick.levelDb()).isBetween(-6.0, 6.0);
        });
    }
}
