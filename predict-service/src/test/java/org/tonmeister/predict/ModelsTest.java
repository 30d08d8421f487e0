package org.tonmeister.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tonmeister.pipeline.settings.EnvironmentReader;
import org.tonmeister.pipeline.settings.InvalidSettingException;
import org.tonmeister.predict.model.WindowSource;
import org.tonmeister.schemas.Topic;

class ModelsTest {
    private final Models models = new Models(List.of(model("one"), model("two"), model("three")));

    @Test
    void enablesAllIfNothingIsSet() {
        assertThat(enabled(Map.of())).containsExactly("one", "two", "three");
    }

    @Test
    void enablesByName_inTheOrderOfTheInstallation() {
        assertThat(enabled(Map.of(Models.VARIABLE, "three, one"))).containsExactly("one", "three");
    }

    @Test
    void rejects_unknownName() {
        assertThatThrownBy(() -> enabled(Map.of(Models.VARIABLE, "one,four")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("TONMEISTER_MODELS is 'four': must be names of installed models, each once; they are one,"
                        + " two, three");
    }

    @Test
    void rejects_nameGivenTwice() {
        assertThatThrownBy(() -> enabled(Map.of(Models.VARIABLE, "one,one")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("is 'one'");
    }

    @Test
    void analyserIsInstalled() {
        assertThat(Models.installed().names()).contains("analyser");
        assertThat(Models.installed().find("analyser"))
                .hasValueSatisfying(model -> assertThat(model.source().topic()).isEqualTo(Topic.SPECTROGRAMS));
    }

    @Test
    void installedModels_canBeMadeUnderTheirNames() {
        var installed = Models.installed();

        assertThat(installed.names()).isNotEmpty().allSatisfy(name -> {
            try (var model = installed.find(name).orElseThrow().maker().get()) {
                assertThat(model.name()).isEqualTo(name);
                assertThat(model.version()).isNotBlank();
            }
        });
    }

    private List<String> enabled(Map<String, String> environment) {
        return models.enabled(new EnvironmentReader(environment)).stream()
                .<String>map(InstalledModel::name)
                .toList();
    }

    private static InstalledModel<?> model(String name) {
        return new InstalledModel<>(name, WindowSource.SPECTROGRAMS, () -> {
            throw new AssertionError("not to be made");
        });
    }
}
