package org.tonmeister.pipeline.management;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.pipeline.settings.PipelineSettings;

/** Creates the topics, as soon as a broker answers: a service may be started before it. */
final class TopicCreation {
    private static final Logger LOG = LoggerFactory.getLogger(TopicCreation.class);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(2);

    private static final int API_TIMEOUT_MS = 10_000;

    private final PipelineSettings settings;
    private final CountDownLatch stopping;

    /** @param stopping ends the waiting */
    TopicCreation(PipelineSettings settings, CountDownLatch stopping) {
        this.settings = settings;
        this.stopping = stopping;
    }

    /**
     * Returns when the topics are there; false: it is stopping.
     *
     * @throws UserMistakeException if the clients' settings cannot be used
     */
    boolean await() {
        do {
            try (Admin admin = admin()) {
                if (admin != null) {
                    settings.catalogue().create(admin);
                    TopicCheck.tooSmall(admin, settings.catalogue())
                            .forEach(line -> LOG.atWarn().log(line));
                    return true;
                }
            } catch (KafkaException e) {
                LOG.atWarn().addKeyValue("error", e.getMessage()).log("Topics not created yet; trying again");
            }
        } while (!stops());
        return false;
    }

    /** Null: the broker's name does not resolve yet, as in containers that start together. */
    private Admin admin() {
        try {
            var properties = settings.admin();
            // So that a stop need not wait for Kafka's whole minute.
            properties.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MS);
            properties.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, API_TIMEOUT_MS / 2);
            return Admin.create(properties);
        } catch (KafkaException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            if (root instanceof ConfigException
                    && String.valueOf(root.getMessage()).contains("No resolvable")) {
                LOG.atWarn().addKeyValue("error", root.getMessage()).log("No broker found yet; trying again");
                return null;
            }
            throw new UserMistakeException("The Kafka clients' settings cannot be used: " + root.getMessage(), e);
        }
    }

    private boolean stops() {
        try {
            return stopping.await(BETWEEN_ATTEMPTS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
