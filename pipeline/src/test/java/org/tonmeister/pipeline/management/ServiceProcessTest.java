package org.tonmeister.pipeline.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir
    private Path temp;

    @Test
    void badSetting_isOneLineAndExitCode2() {
        int exitCode = run(Map.of("TONMEISTER_THREADS", "none"), environment -> new SwitchedComponent());

        assertThat(exitCode).isEqualTo(2);
        assertThat(errors()).isEqualTo("ingest: TONMEISTER_THREADS is 'none': must be a whole number from 1 to 64\n");
    }

    @Test
    void badSettingOfTheServicesOwn_isOneLineAndExitCode2() {
        int exitCode = run(Map.of("TONMEISTER_WINDOW", "-3"), environment -> {
            environment.environment().integer("TONMEISTER_WINDOW", 5, 1, 60);
            return new SwitchedComponent();
        });

        assertThat(exitCode).isEqualTo(2);
        assertThat(errors()).isEqualTo("ingest: TONMEISTER_WINDOW is '-3': must be a whole number from 1 to 60\n");
    }

    @Test
    void brokerAddressThatCannotBeOne_isOneLineAndExitCode2() {
        int exitCode = run(Map.of("KAFKA_BOOTSTRAP_SERVERS", "localhost"), environment -> new SwitchedComponent());

        assertThat(exitCode).isEqualTo(2);
        assertThat(errors())
                .startsWith("ingest: The Kafka clients' settings cannot be used:")
                .contains("localhost")
                .hasLineCount(1);
    }

    @Test
    void portInUse_isOneLineAndExitCode2() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var environment = Map.of(
                    "TONMEISTER_MANAGEMENT_HOST",
                    "127.0.0.1",
                    "TONMEISTER_MANAGEMENT_PORT",
                    Integer.toString(taken.getLocalPort()));

            int exitCode = run(environment, ignored -> new SwitchedComponent());

            assertThat(exitCode).isEqualTo(2);
            assertThat(errors())
                    .startsWith("ingest: Cannot listen on 127.0.0.1:" + taken.getLocalPort())
                    .hasLineCount(1);
        }
    }

    @Test
    void folderThatCannotBeMade_isOneLineAndExitCode2() throws IOException {
        Path file = Files.createFile(temp.resolve("file"));

        int exitCode = run(Map.of("TONMEISTER_TEMP", file + "/x"), environment -> new SwitchedComponent());

        assertThat(exitCode).isEqualTo(2);
        assertThat(errors())
                .isEqualTo(
                        "ingest: TONMEISTER_TEMP is '" + file + "/x': must be a folder that can be made and written\n");
    }

    @Test
    void serviceThatCannotBeMade_isExitCode1() {
        int exitCode = run(Map.of(), environment -> {
            throw new IOException("the model is damaged");
        });

        assertThat(exitCode).isEqualTo(1);
        assertThat(errors()).isEqualTo("ingest cannot start: the model is damaged\n");
    }

    private int run(Map<String, String> environment, ServiceFactory factory) {
        var all = new TreeMap<String, String>();
        all.put("TONMEISTER_MANAGEMENT_PORT", "off");
        all.put("TONMEISTER_TEMP", temp.toString());
        all.putAll(environment);
        return new ServiceProcess("ingest", all, factory, new PrintStream(errors, true, StandardCharsets.UTF_8)).run();
    }

    private String errors() {
        return errors.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
