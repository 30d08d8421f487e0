package org.tonmeister.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerAddressTest {
    @TempDir
    private Path folder;

    @Test
    void isReadAsWritten() throws Exception {
        var address = new BrokerAddress("127.0.0.1:4711", "cluster", 17, "serve");

        address.write(folder.resolve("address"));

        assertThat(BrokerAddress.read(folder.resolve("address"))).contains(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "127.0.0.1:1", "127.0.0.1:1 cluster seventeen serve", "a b 1 serve more"})
    void isNotThere_ifTheFileIsNotWhole(String text) throws Exception {
        Files.writeString(folder.resolve("address"), text);

        assertThat(BrokerAddress.read(folder.resolve("address"))).isEmpty();
    }

    @Test
    void isNotThere_withoutAFile() throws Exception {
        assertThat(BrokerAddress.read(folder.resolve("address"))).isEmpty();
    }
}
