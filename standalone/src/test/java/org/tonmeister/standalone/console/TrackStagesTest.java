package org.tonmeister.standalone.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrackStagesTest {
    private final TrackStages stages = new TrackStages();

    @Test
    void shares_makeOneWhole() {
        for (Stage stage : Stage.values()) {
            stages.at(stage, 1);
        }

        assertThat(stages.fraction()).isCloseTo(1, within(1e-12));
        assertThat(stages.latest()).contains(Stage.FETCH);
    }

    @Test
    void fraction_neverGoesBack() {
        stages.at(Stage.INGEST, 0.8);
        double before = stages.fraction();

        stages.at(Stage.INGEST, 0.3);

        assertThat(stages.fraction()).isEqualTo(before);
    }

    @Test
    void anEarlierStage_countsButIsNotShown() {
        stages.at(Stage.FEATURES, 0.1);
        double before = stages.fraction();

        stages.at(Stage.INGEST, 1);

        assertThat(stages.latest()).contains(Stage.FEATURES);
        assertThat(stages.fraction()).isCloseTo(before + Stage.INGEST.share(), within(1e-12));
    }

    @Test
    void progressRecords_nameTheirStage() {
        assertThat(Stage.ofProgress("ingest")).contains(Stage.INGEST);
        assertThat(Stage.ofProgress("mix")).contains(Stage.MIX);
        assertThat(Stage.ofProgress("")).isEmpty();
    }
}
