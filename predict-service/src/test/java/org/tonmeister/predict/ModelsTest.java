package org.tonmeister.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.neural.file.PartFile.Part;
import org.tonmeister.neural.network.Architecture;
import org.tonmeister.neural.testing.RandomNetwork;
import org.tonmeister.pipeline.settings.EnvironmentReader;
import org.tonmeister.pipeline.settings.InvalidSettingException;
import org.tonmeister.predict.model.WindowSource;
import org.tonmeister.schemas.Topic;

class ModelsTest {
    @TempDir
    private Path folder;

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
        assertThat(installed(Map.of()).names()).startsWith("analyser");
        assertThat(installed(Map.of()).find("analyser"))
                .hasValueSatisfying(model -> assertThat(model.source().topic()).isEqualTo(Topic.SPECTROGRAMS));
    }

    @Test
    void installedModels_canBeMadeUnderTheirNames() {
        assertCanBeMade(installed(Map.of()));
    }

    @Test
    void modelFolder_installsItsNetworks() throws IOException {
        for (Architecture architecture : Architecture.values()) {
            RandomNetwork.of(architecture, 1).write(folder.resolve(architecture.label()));
        }

        var models = installed(Map.of(InstalledNetworks.VARIABLE, folder.toString()));

        assertThat(models.names()).containsExactly("analyser", "baseline-cnn", "enhanced-cnn", "ast");
        assertThat(models.find("ast").orElseThrow().source().topic()).isEqualTo(Topic.AST_FEATURES);
        assertThat(models.find("baseline-cnn").orElseThrow().source().topic()).isEqualTo(Topic.SPECTROGRAMS);
        assertCanBeMade(models);
    }

    @Test
    void modelFolder_replacesOnlyWhatIsInIt() throws IOException {
        var network = RandomNetwork.of(Architecture.BASELINE_CNN, 1);
        network.write(folder.resolve("baseline-cnn"));

        var models = installed(Map.of(InstalledNetworks.VARIABLE, folder.toString()));

        try (var model = models.find("baseline-cnn").orElseThrow().maker().get()) {
            assertThat(model.version())
                    .isEqualTo(
                            network.encoder().version() + "+" + network.head().version());
        }
        var others = new ArrayList<>(installed(Map.of()).names());
        others.remove("baseline-cnn");
        assertThat(models.names()).containsAll(others);
    }

    @Test
    void rejects_modelFolderThatHoldsNoModel() {
        assertThatThrownBy(() -> installed(Map.of(InstalledNetworks.VARIABLE, folder.toString())))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("TONMEISTER_MODEL_FOLDER is '" + folder
                        + "': must be a folder with subfolders named after models, such as ast");
    }

    @Test
    void rejects_brokenFilesInTheModelFolder() throws IOException {
        var network = RandomNetwork.of(Architecture.BASELINE_CNN, 1);
        var other = RandomNetwork.of(Architecture.BASELINE_CNN, 2);
        Path files = network.write(folder.resolve("baseline-cnn"));

        other.head().write(files, Part.HEAD);
        assertBroken("baseline-cnn: the head was trained on the encoder 'baseline-cnn+"
                + other.encoder().version() + "', but the one beside it is 'baseline-cnn+"
                + network.encoder().version() + "'");
        network.head().write(files, Part.HEAD);
        byte[] half = Arrays.copyOf(network.head().weights(), network.head().weights().length / 2);
        Files.write(files.resolve("head.params"), half);
        assertBroken("baseline-cnn: the weights are not those of this network");
        Files.delete(files.resolve("head.params"));
        assertBroken("head.params");
        Files.writeString(files.resolve("head.json"), "{");
        assertBroken("baseline-cnn: head.json does not describe a network");
        network.write(files);
        Files.delete(files.resolve("encoder.json"));
        assertBroken("encoder.json");
        RandomNetwork.of(Architecture.ENHANCED_CNN, 1).write(files);
        assertBroken("baseline-cnn: encoder.json is of a network 'enhanced-cnn'");
    }

    private void assertBroken(String reason) {
        assertThatThrownBy(() -> installed(Map.of(InstalledNetworks.VARIABLE, folder.toString()))
                        .find("baseline-cnn")
                        .orElseThrow()
                        .maker()
                        .get())
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("TONMEISTER_MODEL_FOLDER is '" + folder + "': a model in it cannot be used: ")
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
    }

    private static void assertCanBeMade(Models models) {
        assertThat(models.names()).isNotEmpty().allSatisfy(name -> {
            try (var model = models.find(name).orElseThrow().maker().get()) {
                assertThat(model.name()).isEqualTo(name);
                assertThat(model.version()).isNotBlank();
            }
        });
    }

    private static Models installed(Map<String, String> environment) {
        return Models.installed(new EnvironmentReader(environment));
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
