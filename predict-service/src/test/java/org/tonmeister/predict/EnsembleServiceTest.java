package org.tonmeister.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.pipeline.settings.EnvironmentReader;
import org.tonmeister.pipeline.settings.InvalidSettingException;
import org.tonmeister.predict.ensemble.EnsembleSettings;
import org.tonmeister.predict.ensemble.EnsembleWeights;
import org.tonmeister.predict.model.WindowSource;
import org.tonmeister.schemas.TopicCatalogue;

class EnsembleServiceTest {
    private static final TopicCatalogue CATALOGUE = new TopicCatalogue("test", 1, (short) 1);
    private static final Models MODELS = new Models(List.of(
            new InstalledModel<>("one", WindowSource.SPECTROGRAMS, () -> null),
            new InstalledModel<>("two", WindowSource.SPECTROGRAMS, () -> null)));

    @TempDir
    private Path folder;

    @Test
    void defaults() {
        var settings = settings(Map.of());

        assertThat(settings.models()).containsExactly("one", "two");
        assertThat(settings.weights()).isEqualTo(EnsembleWeights.bundled());
        assertThat(settings.deadline()).isEmpty();
        assertThat(settings.retention()).isEqualTo(Duration.ofDays(7));
        assertThat(settings.catalogue()).isEqualTo(CATALOGUE);
    }

    @Test
    void readsTheEnvironment() throws IOException {
        var weights = new EnsembleWeights("mine", Map.of());
        Path file = folder.resolve("weights.json");
        weights.write(file);

        var settings = settings(Map.of(
                Models.VARIABLE, "two",
                EnsembleService.WEIGHTS, file.toString(),
                EnsembleService.DEADLINE, "90s",
                EnsembleService.RETENTION, "2d"));

        assertThat(settings)
                .isEqualTo(new EnsembleSettings(
                        List.of("two"), weights, Optional.of(Duration.ofSeconds(90)), Duration.ofDays(2), CATALOGUE));
    }

    @Test
    void rejects_settingsThatCannotBeUsed() throws IOException {
        Path noWeights = Files.writeString(folder.resolve("bad.json"), "{}");

        assertRejected(EnsembleService.WEIGHTS, folder.resolve("none.json").toString(), "can be read");
        assertRejected(EnsembleService.WEIGHTS, noWeights.toString(), "must be a file of ensemble weights");
        assertRejected(EnsembleService.DEADLINE, "0s", "longer than 0");
        assertRejected(EnsembleService.RETENTION, "0d", "longer than 0");
        assertRejected(Models.VARIABLE, "three", "one, two");
    }

    private static void assertRejected(String variable, String value, String reason) {
        assertThatThrownBy(() -> settings(Map.of(variable, value)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(variable + " is ")
                .hasMessageContaining(reason);
    }

    private static EnsembleSettings settings(Map<String, String> environment) {
        return EnsembleService.settings(new EnvironmentReader(environment), MODELS, CATALOGUE);
    }
}
