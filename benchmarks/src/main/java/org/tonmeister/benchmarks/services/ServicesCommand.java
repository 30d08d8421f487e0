package org.tonmeister.benchmarks.services;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.tonmeister.audio.codec.AudioFormatException;
import org.tonmeister.audio.codec.AudioReader;
import org.tonmeister.benchmarks.results.ResultFiles;
import org.tonmeister.client.TonmeisterClient;
import org.tonmeister.client.TrackRejectedException;
import org.tonmeister.pipeline.options.MixOptionsParser;
import org.tonmeister.pipeline.settings.EnvironmentReader;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.predict.Models;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench services}. */
@Command(
        name = "services",
        description =
                "Mixes a song by services in processes of their own; says what a track costs each, and each topic.",
        mixinStandardHelpOptions = true)
public final class ServicesCommand implements Callable<Integer> {
    static final String BROKER = "broker";

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int IDLE_LOOKS = 4;
    private static final int IDLE_SECONDS = 5;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SONG", description = "Song to mix.")
    private Path song;

    @Option(names = "--rounds", defaultValue = "9", description = "How many tracks are measured; ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--warm-up", defaultValue = "10", description = "How many come before; ${DEFAULT-VALUE}.")
    private int warmUp;

    @Mixin
    private ResultFiles results;

    @Override
    public Integer call() throws IOException, InterruptedException, TrackRejectedException {
        Path folder = Files.createTempDirectory("bench-services");
        try {
            Costs costs = measure(folder);
            String table = new ServicesTable(costs).markdown();
            results.write("services", costs, table);
            spec.commandLine().getOut().println(table);
            return 0;
        } finally {
            delete(folder);
        }
    }

    private Costs measure(Path folder) throws IOException, InterruptedException, TrackRejectedException {
        List<String> models = Models.installed(new EnvironmentReader(Map.of())).names();
        var processes = new LinkedHashMap<String, MeasuredProcess>();
        try (var broker = new Broker(folder);
                var client = TonmeisterClient.builder()
                        .bootstrapServers(broker.bootstrap())
                        .build()) {
            createTopics(broker);
            for (Service service : Service.all(models)) {
                processes.put(service.name(), start(service, broker, folder));
            }
            processes.put(BROKER, broker.process());
            for (int track = 0; track < warmUp; track++) {
                mix(client, broker, folder, "warm-up-" + track);
            }
            var idle = new ArrayList<Look>();
            idle.add(Look.at(processes, broker));
            for (int look = 0; look < IDLE_LOOKS; look++) {
                TimeUnit.SECONDS.sleep(IDLE_SECONDS);
                idle.add(Look.at(processes, broker));
            }
            var looks = new ArrayList<Look>();
            looks.add(Look.at(processes, broker));
            for (int round = 0; round < rounds; round++) {
                mix(client, broker, folder, "round-" + round);
                looks.add(Look.at(processes, broker));
            }
            return costs(processes, idle, looks);
        } finally {
            processes.values().forEach(MeasuredProcess::close);
        }
    }

    private static void createTopics(Broker broker) {
        var settings =
                PipelineSettings.builder().bootstrapServers(broker.bootstrap()).build();
        try (var admin = Admin.create(settings.admin())) {
            settings.catalogue().create(admin);
        }
    }

    private static MeasuredProcess start(Service service, Broker broker, Path folder) throws IOException {
        var environment = new HashMap<>(service.environment());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrap());
        environment.put("KAFKA_ENABLE_METRICS_PUSH", "false");
        environment.put("TONMEISTER_MANAGEMENT_PORT", "off");
        environment.put("TONMEISTER_TEMP", folder.resolve(service.name()).toString());
        return MeasuredProcess.start(
                service.main(),
                service.heapMiB(),
                List.of(),
                environment,
                folder.resolve(service.name() + ".log"),
                Redirect.DISCARD);
    }

    /** Returns when the mix has been fetched and the topics have become quiet. */
    private void mix(TonmeisterClient client, Broker broker, Path folder, String name)
            throws IOException, InterruptedException, TrackRejectedException {
        try (var in = Files.newInputStream(song)) {
            var track = client.publish(
                    name, String.valueOf(song.getFileName()), in, MixOptionsParser.parse(Map.of()), bytes -> {});
            client.save(client.awaitMix(track, PATIENCE), folder.resolve("fetched.flac"));
        }
        BrokerCounts before = null;
        for (BrokerCounts now = broker.counts(); !now.equals(before); now = broker.counts()) {
            before = now;
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private Costs costs(Map<String, MeasuredProcess> processes, List<Look> idleLooks, List<Look> looks)
            throws IOException {
        var costs = new ArrayList<Costs.ProcessCost>();
        for (var process : processes.entrySet()) {
            String name = process.getKey();
            double idle = idleCores(idleLooks, name);
            var seconds = new ArrayList<Double>();
            for (int i = 1; i < looks.size(); i++) {
                Look from = looks.get(i - 1);
                Look to = looks.get(i);
                seconds.add(Math.max(0, to.cpuSince(from, name) - idle * to.secondsSince(from)));
            }
            seconds.sort(Comparator.naturalOrder());
            costs.add(new Costs.ProcessCost(
                    name,
                    seconds.get(seconds.size() / 2),
                    seconds.get(0),
                    seconds.get(seconds.size() - 1),
                    idle,
                    process.getValue().residentBytes()));
        }
        var topics = new TreeMap<String, Traffic>();
        BrokerCounts sums =
                looks.get(looks.size() - 1).broker().minus(looks.get(0).broker());
        sums.topics().forEach((topic, sum) -> topics.put(topic, new Traffic(sum.in() / rounds, sum.out() / rounds)));
        return new Costs(
                String.valueOf(song.getFileName()),
                seconds(),
                Files.size(song),
                rounds,
                machine(),
                costs,
                (double) sums.transactions() / rounds,
                topics);
    }

    /** The least of several times: the compiler may still be at work in some. */
    private static double idleCores(List<Look> looks, String process) {
        double least = Double.MAX_VALUE;
        for (int i = 1; i < looks.size(); i++) {
            Look from = looks.get(i - 1);
            Look to = looks.get(i);
            least = Math.min(least, to.cpuSince(from, process) / to.secondsSince(from));
        }
        return least;
    }

    private double seconds() throws IOException {
        try (var reader = AudioReader.open(song)) {
            float[][] second = new float[2][reader.info().sampleRate()];
            long frames = 0;
            for (int read = reader.read(second, second[0].length); read > 0; ) {
                frames += read;
                read = reader.read(second, second[0].length);
            }
            return (double) frames / reader.info().sampleRate();
        } catch (AudioFormatException e) {
            throw new IOException(song + ": " + e.getMessage(), e);
        }
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.arch") + ", Java "
                + Runtime.version().feature();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
