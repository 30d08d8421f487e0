package org.tonmeister.standalone;

import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "tonmeister " + (version == null ? "(not from a jar)" : version)
                    + ", Kafka " + AppInfoParser.getVersion()
                    + ", Java " + System.getProperty("java.version")
        };
    }
}
