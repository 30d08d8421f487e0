package org.tonmeister.pipeline.management;

import org.slf4j.bridge.SLF4JBridgeHandler;
import org.tonmeister.pipeline.settings.EnvironmentReader;

/** How a service process writes its log. */
final class LogSettings {
    /** {@code text}: lines for people on the standard error; {@code json}: an object a line on the standard output. */
    static final String FORMAT = "TONMEISTER_LOG";
    /** Of Tonmeister's own loggers; others warn. */
    static final String LEVEL = "TONMEISTER_LOG_LEVEL";

    private static final String LOGBACK = "logback.configurationFile";
    private static final String OURS = "org/tonmeister/pipeline/logging/service.xml";

    private LogSettings() {}

    /** Must come before the first logger is made. A configuration of the operator's own stands above it. */
    static void useOwnConfiguration() {
        if (System.getProperty(LOGBACK) == null) {
            System.setProperty(LOGBACK, OURS);
        }
    }

    /** OpenTelemetry and the JVM's own libraries log by java.util.logging: it goes where all else goes. */
    static void takeOverJavaLogging() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    /** @throws org.tonmeister.pipeline.settings.InvalidSettingException if one is none of the words allowed */
    static void check(EnvironmentReader environment) {
        environment.choice(FORMAT, "text", "text", "json");
        environment.choice(LEVEL, "info", "error", "warn", "info", "debug", "trace");
    }
}
