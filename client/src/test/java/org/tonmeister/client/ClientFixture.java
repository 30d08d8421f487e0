package org.tonmeister.client;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tonmeister.pipeline.options.MixOptionsParser;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.record.MixOptions;

/** For each test a client, its topics, and what the services would write to them. */
final class ClientFixture implements BeforeEachCallback, AfterEachCallback {
    /** Longer than anything takes. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    static final MixOptions OPTIONS = MixOptionsParser.parse(Map.of("format", "mp3", "loudness", "club"));

    TestPipeline pipeline;
    MixFixture services;
    TonmeisterClient client;

    @Override
    public void beforeEach(ExtensionContext test) {
        var broker = (TestBroker) new SharedBroker().resolveParameter(null, test);
        pipeline = new TestPipeline(broker);
        services = new MixFixture(pipeline);
        client = TonmeisterClient.builder()
                .bootstrapServers(broker.bootstrapServers())
                .topicPrefix(pipeline.settings().topicPrefix())
                .build();
    }

    /** Bytes that differ everywhere, and are the same each time. */
    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        client.close();
        services.close();
        pipeline.close();
    }
}
