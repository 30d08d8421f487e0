package org.tonmeister.benchmarks.services;

import java.util.List;
import java.util.Map;

/**
 * What was measured.
 *
 * @param song its file name
 * @param seconds of sound
 * @param fileBytes its size
 * @param rounds tracks that were measured, after those for warming up
 * @param machine processor and cores
 * @param processes the services and the broker, in the order of the work
 * @param transactions a track: ended by the producers of all services
 * @param topics bytes a track
 */
record Costs(
        String song,
        double seconds,
        long fileBytes,
        int rounds,
        String machine,
        List<ProcessCost> processes,
        double transactions,
        Map<String, Traffic> topics) {
    /**
     * One process.
     *
     * @param name of the service
     * @param cpuSeconds of one core a track: median over the rounds, without what it needs when idle
     * @param least of the rounds
     * @param most of the rounds
     * @param idleCores share of one core that it needs when there is nothing to do
     * @param residentBytes the most it had resident
     */
    record ProcessCost(
            String name, double cpuSeconds, double least, double most, double idleCores, long residentBytes) {}

    double cpuSeconds(String process) {
        return processes.stream()
                .filter(cost -> cost.name().equals(process))
                .findFirst()
                .orElseThrow()
                .cpuSeconds();
    }

    long bytesIn() {
        return topics.values().stream().mapToLong(Traffic::in).sum();
    }

    long bytesOut() {
        return topics.values().stream().mapToLong(Traffic::out).sum();
    }
}
