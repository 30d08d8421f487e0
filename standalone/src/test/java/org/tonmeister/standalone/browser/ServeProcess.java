package org.tonmeister.standalone.browser;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tonmeister.standalone.Tonmeister;

/** {@code ./tonmeister serve} as a process of its own, with its data in a folder that is deleted. */
final class ServeProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern ADDRESS = Pattern.compile("^Console: +(http://\\S+)", Pattern.MULTILINE);

    private final Path folder;
    private final Process process;
    private final URI address;
    private final int port;

    private ServeProcess(Path folder, Process process, URI address, int port) {
        this.folder = folder;
        this.process = process;
        this.address = address;
        this.port = port;
    }

    /**
     * Starts it; returns when it can be used.
     *
     * @param environment added to that of this process
     */
    static ServeProcess start(Map<String, String> environment) throws IOException {
        Path folder = Files.createTempDirectory("tonmeister-browser");
        Path log = folder.resolve("serve.log");
        int port = Ports.free();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-cp",
                System.getProperty("java.class.path"),
                Tonmeister.class.getName()));
        command.addAll(List.of(
                "serve",
                "--port",
                Integer.toString(port),
                "--http-port",
                "0",
                "--data",
                folder.resolve("data").toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        await().atMost(PATIENCE).until(() -> said(log).contains("Stop:") || !process.isAlive());
        var found = ADDRESS.matcher(said(log));
        if (!found.find()) {
            process.destroyForcibly();
            throw new IOException("serve did not say where its console is:\n" + said(log));
        }
        return new ServeProcess(folder, process, URI.create(found.group(1) + "/"), port);
    }

    /** Where the console is. */
    URI address() {
        return address;
    }

    /** Where its broker is. */
    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() throws Exception {
        ProcessEnd.of(process, folder);
    }

    private static String said(Path log) throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }
}
