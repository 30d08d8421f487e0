package org.tonmeister.training.compare.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonmeister.training.compare.TestComparison;
import org.tonmeister.training.compare.result.Version;

class PlayerTest {
    private final List<Version> versions = TestComparison.of("song").versions();
    private final Player player = new Player(versions, new Look(versions), 30.02);

    @Test
    void volumes_bringEveryVersionToTheQuietest() {
        assertThat(player.volume(versions.get(0))).isEqualTo(1);
        assertThat(20 * Math.log10(player.volume(versions.get(2)))).isCloseTo(-6, within(1e-9));
        assertThat(20 * Math.log10(player.volume(versions.get(3)))).isCloseTo(-5, within(1e-9));
    }

    @Test
    void everyVersion_hasAPlayer_andTheEnsembleIsChosen() {
        String page = player.markup().toString();

        assertThat(page)
                .contains("src=\"original.flac\" aria-label=\"original\" data-v=\"original\" data-volume=\"1.0000\"")
                .contains("src=\"analyser.flac\" aria-label=\"analyser\" data-v=\"analyser\" data-volume=\"0.5012\"")
                .containsOnlyOnce("value=\"ensemble\" checked=\"checked\"")
                .containsOnlyOnce("name=\"version\" value=\"ensemble-with-reference\"");
        assertThat(page.split("<audio ", -1)).hasSize(versions.size() + 1);
    }
}
