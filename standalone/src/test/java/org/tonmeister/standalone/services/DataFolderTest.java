package org.tonmeister.standalone.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataFolderTest {
    private static final Path HOME = Path.of("/home/user");

    @Test
    void option_comesBeforeVariables() {
        var environment = Map.of("TONMEISTER_DATA", "/var/tm", "XDG_DATA_HOME", "/xdg");

        assertThat(DataFolder.locate(Optional.of(Path.of("/opt/data")), environment, HOME)
                        .root())
                .isEqualTo(Path.of("/opt/data"));
        assertThat(DataFolder.locate(Optional.empty(), environment, HOME).root())
                .isEqualTo(Path.of("/var/tm"));
    }

    @Test
    void default_isWhereUsersDataGo() {
        assertThat(DataFolder.locate(Optional.empty(), Map.of("XDG_DATA_HOME", "/xdg", "TONMEISTER_DATA", " "), HOME)
                        .root())
                .isEqualTo(Path.of("/xdg/tonmeister"));
        assertThat(DataFolder.locate(Optional.empty(), Map.of(), HOME).root())
                .isEqualTo(Path.of("/home/user/.local/share/tonmeister"));
    }

    @Test
    void broker_hasAFolderForEachVersionOfKafka() {
        assertThat(new DataFolder(Path.of("/d")).broker().toString()).matches("/d/kafka-4\\.\\d+\\.\\d+");
    }
}
