package org.tonmeister.neural.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.neural.file.PartFile.Part;
import org.tonmeister.neural.input.Scale;

class PartFileTest {
    @TempDir
    private Path folder;

    private final PartFile.Facts facts =
            new PartFile.Facts("ast", "ast+00000000", 96, new Scale(List.of(1.5f, -2f), List.of(0.1f, 3f)));

    @Test
    void reads_whatWasWritten() throws IOException {
        var written = PartFile.of(facts, new byte[] {1, 2, 3});

        written.write(folder, Part.HEAD);
        var read = PartFile.read(NetworkFiles.folder(folder), Part.HEAD);

        assertThat(read.facts()).isEqualTo(facts);
        assertThat(read.weights()).containsExactly(1, 2, 3);
        assertThat(read.version()).isEqualTo(written.version()).matches("[0-9a-f]{8}");
    }

    @Test
    void version_changesWithEveryBit_ofWeightsAndFacts() {
        String version = PartFile.of(facts, new byte[] {1, 2, 3}).version();
        var scaled = new PartFile.Facts("ast", "ast+00000000", 96, new Scale(List.of(1.5f, -2f), List.of(0.1f, 3.1f)));

        assertThat(PartFile.of(facts, new byte[] {1, 2, 2}).version()).isNotEqualTo(version);
        assertThat(PartFile.of(scaled, new byte[] {1, 2, 3}).version()).isNotEqualTo(version);
    }

    @Test
    void refuses_aFileThatDescribesNoNetwork() throws IOException {
        Files.writeString(folder.resolve("encoder.json"), "{\"architecture\": \"ast\"}");
        Files.write(folder.resolve("encoder.params"), new byte[1]);

        assertThatThrownBy(() -> PartFile.read(NetworkFiles.folder(folder), Part.ENCODER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("encoder.json does not describe a network");
    }

    @Test
    void missingFiles_areNamed() {
        assertThatThrownBy(() -> PartFile.read(NetworkFiles.folder(folder), Part.ENCODER))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("encoder.json");
        assertThatThrownBy(() -> PartFile.read(NetworkFiles.bundled(PartFileTest.class, "nothing"), Part.HEAD))
                .isInstanceOf(IOException.class)
                .hasMessage("the jar lacks org.tonmeister.neural.file/nothing/head.json");
    }
}
