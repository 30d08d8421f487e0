package org.tonmeister.pipeline.management;

import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** A service whose start fails after it has logged all kinds of lines; run as a process of its own. */
final class LoggingServiceMain {
    private LoggingServiceMain() {}

    /** Runs it. */
    public static void main(String[] args) {
        ServiceRunner.run("logging-service", environment -> {
            var log = LoggerFactory.getLogger("org.tonmeister.Example");
            log.atInfo().addKeyValue("stage", "ingest").log("one\nmessage of \"two\" lines");
            log.atDebug().log("detail");
            Logger.getLogger("io.opentelemetry.Exporter").severe("collector is away");
            throw new IllegalStateException("no luck");
        });
    }
}
