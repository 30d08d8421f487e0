package org.tonmeister.benchmarks.services;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The costs for people: what was measured, and what follows for two sizes of pipeline. */
final class ServicesTable {
    private static final long MILLION = 1_000_000;
    private static final String PREFIX = "tonmeister.";
    /** Topics that are worth a line of their own. */
    private static final long WORTH_A_LINE = 20_000;

    private final Costs costs;

    ServicesTable(Costs costs) {
        this.costs = costs;
    }

    String markdown() {
        return String.join(
                "\n",
                "# What a track costs",
                "By `benchmarks/bench services SONG`. " + source(),
                "",
                processes(),
                "",
                topics(),
                "",
                format(
                        "%.0f transactions a track, as the broker counts their ends. One track at a time is the dearest way:"
                                + " what lies ready for a worker or for Kafka Streams together is one transaction.",
                        costs.transactions()),
                "",
                "## What follows",
                assumptions(),
                "",
                capacity(new Capacity(costs, MILLION), new Capacity(costs, 10 * MILLION)),
                "");
    }

    private String source() {
        return format(
                "One song of %.0f s (%.1f MB), mixed again and again by services in processes of their own, each with one"
                        + " thread and the heap that its container has, beside a broker in another process. Medians over %d"
                        + " tracks, one after the other, after some for warming up. Seconds are of CPU, user and system, of"
                        + " all threads, less what the process needs when idle; the machine (%s) may have had other work meanwhile,"
                        + " so times of the clock would say nothing, and CPU times are rather too long than too short.",
                costs.seconds(), costs.fileBytes() / 1e6, costs.rounds(), costs.machine());
    }

    private String processes() {
        return "| process | seconds of CPU a track | least to most | tracks a day and core | idle, share of a core | most memory"
                + " resident |\n|---|---|---|---|---|---|\n"
                + costs.processes().stream()
                        .map(cost -> format(
                                "| %s | %.2f | %.2f–%.2f | %,.0f | %.1f %% | %.0f MB |",
                                cost.name(),
                                cost.cpuSeconds(),
                                cost.least(),
                                cost.most(),
                                86_400 / Math.max(cost.cpuSeconds(), 0.01),
                                100 * cost.idleCores(),
                                cost.residentBytes() / 1e6))
                        .collect(Collectors.joining("\n"));
    }

    private String topics() {
        Traffic small = costs.topics().values().stream()
                .filter(traffic -> traffic.in() < WORTH_A_LINE)
                .reduce(Traffic.NONE, (a, b) -> new Traffic(a.in() + b.in(), a.out() + b.out()));
        return "| topic | written a track | read a track |\n|---|---|---|\n"
                + costs.topics().entrySet().stream()
                        .filter(entry -> entry.getValue().in() >= WORTH_A_LINE)
                        .sorted(Map.Entry.comparingByValue(
                                Comparator.comparingLong(Traffic::in).reversed()))
                        .map(entry -> line("`" + entry.getKey().replace(PREFIX, "") + "`", entry.getValue()))
                        .collect(Collectors.joining("\n"))
                + "\n" + line("all others", small) + "\n"
                + line("**sum**", new Traffic(costs.bytesIn(), costs.bytesOut()));
    }

    private static String line(String name, Traffic traffic) {
        return format("| %s | %.2f MB | %.2f MB |", name, traffic.in() / 1e6, traffic.out() / 1e6);
    }

    private static String assumptions() {
        return format(
                "Assumed, not measured: the peak is %.0f times the day's mean; a core is %.0f %% busy at the peak; %d copies;"
                        + " a broker writes %.0f MB a second for good; %.0f %% of the brokers are up. Instances have one"
                        + " thread; partitions are the next power of two from the busiest stage's on. Prices, to be replaced"
                        + " by one's own: $%.2f for a core and its memory an hour, $%.0f for a broker an hour (16 cores, 64 GB,"
                        + " 25 Gb/s, 8 TB), $%.0f for a terabyte in an object store a month. Networks between zones are left"
                        + " out, and may cost more than all else where they are billed.",
                Capacity.PEAK,
                100 * Capacity.BUSY,
                Capacity.COPIES,
                Capacity.BROKER_WRITES / 1e6,
                100 * Capacity.BROKERS_UP,
                Capacity.CORE_HOUR,
                Capacity.BROKER_HOUR,
                Capacity.OBJECT_STORE_MONTH);
    }

    private String capacity(Capacity small, Capacity large) {
        var lines = new StringBuilder("| | a million tracks a day | ten million |\n|---|---|---|\n");
        row(
                lines,
                "tracks a second, mean and peak",
                small,
                large,
                c -> format("%.1f, %.1f", c.perSecond(), c.peakPerSecond()));
        for (String service : small.services()) {
            row(lines, "instances of " + service, small, large, c -> format("%,d", c.instances(service)));
        }
        row(lines, "instances in all", small, large, c -> format("%,d", c.allInstances()));
        row(lines, "partitions of every topic", small, large, c -> format("%,d", c.partitions()));
        row(
                lines,
                "written at the peak, once",
                small,
                large,
                c -> format("%.2f GB/s", c.writesPerSecondAtPeak() / 1e9));
        row(
                lines,
                "written at the peak, all copies",
                small,
                large,
                c -> format("%.2f GB/s", Capacity.COPIES * c.writesPerSecondAtPeak() / 1e9));
        row(lines, "read at the peak", small, large, c -> format("%.2f GB/s", c.readsPerSecondAtPeak() / 1e9));
        row(
                lines,
                "transactions a second at the peak, at most",
                small,
                large,
                c -> format("%,.0f", c.transactionsPerSecondAtPeak()));
        row(
                lines,
                "cores of the brokers at the peak, as measured",
                small,
                large,
                c -> format("%.0f", c.coresAtPeak(ServicesCommand.BROKER)));
        row(lines, "brokers", small, large, c -> format("%,d", c.brokers()));
        disk(lines, "audio", Capacity.AUDIO_HOURS / 24, "6 hours", small, large);
        disk(lines, "spectrograms", Capacity.FEATURE_DAYS, "7 days", small, large);
        disk(lines, "ast-features", Capacity.FEATURE_DAYS, "7 days", small, large);
        disk(lines, "upload-chunks", Capacity.FILE_DAYS, "30 days", small, large);
        disk(lines, "mix-chunks", Capacity.FILE_DAYS, "30 days", small, large);
        row(
                lines,
                "the last two in an object store instead, one copy",
                small,
                large,
                c -> format("%,.0f TB", c.objectStore() / 1e12));
        row(lines, "$ a day: services", small, large, c -> format("%,.0f", c.dollarsForServicesADay()));
        row(lines, "$ a day: brokers", small, large, c -> format("%,.0f", c.dollarsForBrokersADay()));
        row(lines, "$ a day: object store, when full", small, large, c -> format("%,.0f", c.dollarsForFilesADay()));
        row(
                lines,
                "$ for a thousand tracks",
                small,
                large,
                c -> format("%.2f", 1000 * c.dollarsADay() / c.tracksPerDay()));
        return lines.toString().stripTrailing();
    }

    private static void disk(
            StringBuilder lines, String topic, double days, String kept, Capacity small, Capacity large) {
        row(
                lines,
                "disk for `" + topic + "`, " + kept,
                small,
                large,
                c -> format("%,.0f TB", c.disk(PREFIX + topic, days) / 1e12));
    }

    private static void row(
            StringBuilder lines,
            String name,
            Capacity small,
            Capacity large,
            java.util.function.Function<Capacity, String> value) {
        lines.append(format("| %s | %s | %s |\n", name, value.apply(small), value.apply(large)));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
