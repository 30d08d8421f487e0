package org.tonmeister.training.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.training.command.TrainingException;

class NetworksTest {
    @TempDir
    Path folder;

    @Test
    void refuses_aFolderWithoutNetworks() throws Exception {
        Files.createDirectory(folder.resolve("ast"));

        assertThatExceptionOfType(TrainingException.class)
                .isThrownBy(() -> Networks.open(Optional.of(folder)))
                .withMessageStartingWith(folder + " holds no network: name a folder with subfolders such as");
    }

    @Test
    void refuses_aNetworkThatIsNone_byName() throws Exception {
        Path network = Files.createDirectory(folder.resolve("enhanced-cnn"));
        Files.writeString(network.resolve("encoder.json"), "{}");
        Files.writeString(network.resolve("encoder.params"), "");

        assertThatExceptionOfType(TrainingException.class)
                .isThrownBy(() -> Networks.open(Optional.of(folder)))
                .withMessageStartingWith("enhanced-cnn cannot be used: encoder.json does not describe a network")
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    @Test
    void bundled_eachIsEitherThereOrLeftOut() throws Exception {
        try (var networks = Networks.open(Optional.empty())) {
            assertThat(networks.models().size() + networks.leftOut().size()).isEqualTo(3);
        }
    }
}
