package org.tonmeister.pipeline.management;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.pipeline.settings.EnvironmentReader;
import org.tonmeister.pipeline.settings.PipelineSettings;

/** Says once what a service runs with. */
final class StartReport {
    private static final Logger LOG = LoggerFactory.getLogger(StartReport.class);

    private StartReport() {}

    static void log(String name, PipelineSettings settings, EnvironmentReader environment) {
        var lines = new TreeSet<String>();
        lines.addAll(Arrays.asList(settings.describe().split("\n")));
        lines.addAll(Arrays.asList(environment.describe().split("\n")));
        lines.forEach(line -> LOG.atInfo().addKeyValue("service", name).log("Setting {}", line));
        List<String> unread = environment.unread("TONMEISTER_");
        if (!unread.isEmpty()) {
            LOG.atWarn().addKeyValue("service", name).log("Not settings of this service: {}", unread);
        }
    }
}
