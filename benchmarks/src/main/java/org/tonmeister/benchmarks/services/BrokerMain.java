package org.tonmeister.benchmarks.services;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.TreeSet;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.tonmeister.standalone.broker.EmbeddedBroker;

/**
 * A broker in a process of its own. Says where it listens; answers each line with the number of transactions that
 * producers have ended, {@code topic bytes-in bytes-out} of every topic and an empty line; ends with its input.
 */
final class BrokerMain {
    private BrokerMain() {}

    /** Argument: a folder for its data. */
    public static void main(String[] arguments) throws IOException, JMException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (var broker = EmbeddedBroker.start(Path.of(arguments[0]), 0);
                var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            out.println(broker.bootstrap());
            while (in.readLine() != null) {
                answer(out);
            }
        }
    }

    private static void answer(PrintStream out) throws JMException {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        out.println(transactions(beans));
        var topics = new TreeSet<String>();
        for (ObjectName name :
                beans.queryNames(new ObjectName("kafka.server:type=BrokerTopicMetrics,name=BytesInPerSec,*"), null)) {
            String topic = name.getKeyProperty("topic");
            if (topic != null) {
                topics.add(topic);
            }
        }
        for (String topic : topics) {
            out.println(
                    topic + " " + count(beans, "BytesInPerSec", topic) + " " + count(beans, "BytesOutPerSec", topic));
        }
        out.println();
    }

    private static long transactions(MBeanServer beans) throws JMException {
        long sum = 0;
        // One for each version of the request.
        for (ObjectName name : beans.queryNames(
                new ObjectName("kafka.network:type=RequestMetrics,name=RequestsPerSec,request=EndTxn,*"), null)) {
            sum += ((Number) beans.getAttribute(name, "Count")).longValue();
        }
        return sum;
    }

    private static long count(MBeanServer beans, String metric, String topic) throws JMException {
        var name = new ObjectName("kafka.server:type=BrokerTopicMetrics,name=" + metric + ",topic=" + topic);
        return beans.isRegistered(name) ? ((Number) beans.getAttribute(name, "Count")).longValue() : 0;
    }
}
