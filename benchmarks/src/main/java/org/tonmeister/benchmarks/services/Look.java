package org.tonmeister.benchmarks.services;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The counters at one moment.
 *
 * @param nanos of the clock
 * @param cpuSeconds of each process
 * @param traffic of each topic
 */
record Look(long nanos, Map<String, Double> cpuSeconds, Map<String, Traffic> traffic) {
    static Look at(Map<String, MeasuredProcess> processes, Broker broker) throws IOException {
        var traffic = broker.traffic();
        var cpu = new LinkedHashMap<String, Double>();
        for (var process : processes.entrySet()) {
            cpu.put(process.getKey(), process.getValue().cpuSeconds());
        }
        return new Look(System.nanoTime(), cpu, traffic);
    }

    double secondsSince(Look earlier) {
        return (nanos - earlier.nanos) / 1e9;
    }

    double cpuSince(Look earlier, String process) {
        return cpuSeconds.get(process) - earlier.cpuSeconds.get(process);
    }

    Map<String, Traffic> trafficSince(Look earlier) {
        var since = new TreeMap<String, Traffic>();
        traffic.forEach((topic, now) -> since.put(topic, now.minus(earlier.traffic.getOrDefault(topic, Traffic.NONE))));
        return since;
    }
}
