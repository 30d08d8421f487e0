package org.tonmeister.benchmarks.services;

import java.util.ArrayList;
import java.util.List;

/**
 * What a number of tracks a day need, from what one costs and the assumptions below.
 *
 * @param tracksPerDay of the length of the one that was measured
 */
record Capacity(Costs costs, long tracksPerDay) {
    /** The peak over the day's mean. */
    static final double PEAK = 2;
    /** Share of a core that is used at the peak: the rest is for what comes unevenly, for rebalances and upgrades. */
    static final double BUSY = 0.7;
    /** Copies of every record. */
    static final int COPIES = 3;
    /** Bytes a second that a broker writes for good, its own and its copies of others: half of what an NVMe disk does. */
    static final double BROKER_WRITES = 700e6;
    /** One broker in five may be away. */
    static final double BROKERS_UP = 0.8;

    /** Hours that `audio` is kept: it can be made again from the uploads. */
    static final double AUDIO_HOURS = 6;
    /** Days that the files of users and their mixes are kept. */
    static final double FILE_DAYS = 30;
    /** Days that spectrograms and embeddings are kept. */
    static final double FEATURE_DAYS = 7;

    // Prices, rough and rounded up; whoever has a bill puts in their own.
    /** US dollars for a core and 2 GB of memory, an hour. */
    static final double CORE_HOUR = 0.05;
    /** US dollars for a broker of 16 cores, 64 GB, 25 Gb/s and 8 TB of NVMe, an hour. */
    static final double BROKER_HOUR = 2;
    /** US dollars for a terabyte in an object store, a month. */
    static final double OBJECT_STORE_MONTH = 23;

    private static final long SECONDS_A_DAY = 86_400;
    private static final int SECONDS_AN_HOUR = 3600;
    private static final int HOURS_A_DAY = 24;
    private static final int DAYS_A_MONTH = 30;

    double perSecond() {
        return (double) tracksPerDay / SECONDS_A_DAY;
    }

    double peakPerSecond() {
        return PEAK * perSecond();
    }

    /** Cores that a process of this name keeps busy at the peak. */
    double coresAtPeak(String process) {
        return peakPerSecond() * costs.cpuSeconds(process);
    }

    /** Instances of one worker thread each. */
    long instances(String process) {
        return Math.max(1, (long) Math.ceil(coresAtPeak(process) / BUSY));
    }

    /** Names of the services, without the broker. */
    List<String> services() {
        var names = new ArrayList<String>();
        costs.processes().stream()
                .map(Costs.ProcessCost::name)
                .filter(name -> !name.equals(ServicesCommand.BROKER))
                .forEach(names::add);
        return names;
    }

    long allInstances() {
        return services().stream().mapToLong(this::instances).sum();
    }

    /** The power of two from which on the busiest stage has a partition for each instance. */
    long partitions() {
        long busiest = services().stream().mapToLong(this::instances).max().orElseThrow();
        return Math.max(1, Long.highestOneBit(2 * busiest - 1));
    }

    double writesPerSecondAtPeak() {
        return peakPerSecond() * costs.bytesIn();
    }

    double readsPerSecondAtPeak() {
        return peakPerSecond() * costs.bytesOut();
    }

    long brokers() {
        return (long) Math.ceil(Math.max(3, COPIES * writesPerSecondAtPeak() / BROKER_WRITES) / BROKERS_UP);
    }

    double transactionsPerSecondAtPeak() {
        return peakPerSecond() * costs.transactions();
    }

    /** Bytes on disk, with copies, of a topic that keeps its records so long. */
    double disk(String topic, double days) {
        return costs.topics().getOrDefault(topic, Traffic.NONE).in() * days * tracksPerDay * COPIES;
    }

    /** Bytes in the object store where brokers move old segments there (KIP-405): users' files and mixes, one copy. */
    double objectStore() {
        return (disk("tonmeister.upload-chunks", FILE_DAYS) + disk("tonmeister.mix-chunks", FILE_DAYS)) / COPIES;
    }

    /** Of instances that follow the load over the day. */
    double dollarsForServicesADay() {
        double seconds = services().stream().mapToDouble(costs::cpuSeconds).sum();
        return tracksPerDay * seconds / SECONDS_AN_HOUR / BUSY * CORE_HOUR;
    }

    double dollarsForBrokersADay() {
        return brokers() * HOURS_A_DAY * BROKER_HOUR;
    }

    /** When it is as full as it gets. */
    double dollarsForFilesADay() {
        return objectStore() / 1e12 * OBJECT_STORE_MONTH / DAYS_A_MONTH;
    }

    double dollarsADay() {
        return dollarsForServicesADay() + dollarsForBrokersADay() + dollarsForFilesADay();
    }
}
