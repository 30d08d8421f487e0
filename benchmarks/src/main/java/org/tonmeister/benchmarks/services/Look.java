package org.tonmeister.benchmarks.services;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The counters at one moment.
 *
 * @param nanos of the clock
 * @param cpuSeconds of each process
 * @param broker what went through it
 */
record Look(long nanos, Map<String, Double> cpuSeconds, BrokerCounts broker) {
    static Look at(Map<String, MeasuredProcess> processes, Broker broker) throws IOException {
        var counts = broker.counts();
        var cpu = new LinkedHashMap<String, Double>();
        for (var process : processes.entrySet()) {
            cpu.put(process.getKey(), process.getValue().cpuSeconds());
        }
        return new Look(System.nanoTime(), cpu, counts);
    }

    double secondsSince(Look earlier) {
        return (nanos - earlier.nanos) / 1e9;
    }

    double cpuSince(Look earlier, String process) {
        return cpuSeconds.get(process) - earlier.cpuSeconds.get(process);
    }
}
