package org.tonmeister.standalone.command;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tonmeister.gateway.GatewaySettings;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;
import org.tonmeister.standalone.broker.EmbeddedBroker;
import org.tonmeister.standalone.console.Terminal;
import org.tonmeister.standalone.services.AllInOne;
import org.tonmeister.standalone.services.AllInOneSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Broker and services, until stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the broker and all services in this process, until stopped.",
        footer = {
            "%nThe broker keeps what was published for 24 hours, decoded sound for 6.",
            "Other commands with the same data folder use it while it runs."
        })
public final class ServeCommand implements Callable<Integer> {
    private static final int USUAL_PORT = 9092;
    private static final int CHECK_SECONDS = 2;

    private final Terminal terminal;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "port of the broker on 127.0.0.1 (default: 9092 if it is free, otherwise any)")
    private Integer port;

    @Option(
            names = "--management-port",
            paramLabel = "PORT",
            description = "serve /live, /ready and /metrics (Prometheus) on this port (default: not at all)")
    private Integer managementPort;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            description = "port of the web console and the HTTP API on 127.0.0.1; 0 for any (default: 8080 if it is"
                    + " free, otherwise any)")
    private Integer httpPort;

    @Mixin
    private DataOption data = new DataOption();

    /** Writes to {@code terminal}. */
    public ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        // Before anything that has a logger: Logback reads its configuration once.
        Logging.toTerminal();
        var settings = new AllInOneSettings(data.folder(), brokerPort(), management(), OptionalInt.of(http()), "serve");
        try (var all = AllInOne.start(settings, System.getenv())) {
            if (!all.isOwner()) {
                throw UserException.failure(all.owner() + " runs the broker of "
                        + settings.data().root() + " at " + all.settings().bootstrapServers()
                        + " already; stop it, or choose another folder with --data");
            }
            return serve(all, settings);
        }
    }

    private int serve(AllInOne all, AllInOneSettings settings) throws InterruptedException {
        var stop = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.countDown();
            all.close();
            stopped.countDown();
        }));
        announce(all, settings);
        while (!stop.await(CHECK_SECONDS, TimeUnit.SECONDS)) {
            if (!all.alive()) {
                terminal.err().println("tonmeister: a service has failed and needs a restart; the log above says why");
                return ExitCode.FAILURE;
            }
        }
        stopped.await();
        return ExitCode.OK;
    }

    private void announce(AllInOne all, AllInOneSettings settings) {
        String bootstrap = all.settings().bootstrapServers();
        TopicCatalogue topics = all.settings().catalogue();
        var out = terminal.out();
        out.println("Tonmeister serves at " + bootstrap + ", its data in "
                + settings.data().root());
        out.println();
        all.httpPort().ifPresent(at -> out.println("Console:  http://localhost:" + at + "  (API: /docs)"));
        out.println("Publish:  kcat -P -b " + bootstrap + " -X message.max.bytes=" + Topic.Limits.RAW_UPLOAD_BYTES
                + " -t " + topics.name(Topic.UPLOADS) + " -k my-track -H filename=song.mp3 song.mp3");
        out.println("Listen:   ./tonmeister listen --bootstrap " + bootstrap + " --out mixes/");
        all.managementPort()
                .ifPresent(at -> out.println("Probes:   http://127.0.0.1:" + at + "/live, /ready, /metrics"));
        out.println("Topics:   "
                + String.join(
                        "\n          ",
                        Arrays.stream(Topic.values()).map(topics::name).toList()));
        out.println("Stop:     Ctrl-C");
        out.flush();
    }

    private int brokerPort() {
        if (port == null) {
            return EmbeddedBroker.portOrAny(USUAL_PORT);
        }
        return checked("--port", port, 1);
    }

    private int http() {
        if (httpPort == null) {
            return EmbeddedBroker.portOrAny(GatewaySettings.USUAL_PORT);
        }
        int wanted = checked("--http-port", httpPort, 0);
        if (wanted != 0 && EmbeddedBroker.portOrAny(wanted) == 0) {
            throw UserException.failure(
                    "port " + wanted + " is taken by another program; choose another with --http-port, or 0 for any");
        }
        return wanted;
    }

    private OptionalInt management() {
        return managementPort == null
                ? OptionalInt.empty()
                : OptionalInt.of(checked("--management-port", managementPort, 0));
    }

    private static int checked(String option, int value, int least) {
        if (value < least || value > 65_535) {
            throw UserException.usage(option + " is " + value + ": must be from " + least + " to 65535");
        }
        return value;
    }
}
