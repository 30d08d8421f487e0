package org.tonmeister.standalone.command;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.tonmeister.client.TonmeisterClient;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.Topic;
import org.tonmeister.standalone.broker.BrokerLease;
import org.tonmeister.standalone.services.AllInOne;
import org.tonmeister.standalone.services.AllInOneSettings;
import org.tonmeister.standalone.services.DataFolder;

/** Broker and services of a command: in this process, in another one on the same data folder, or anywhere. */
final class Connection implements AutoCloseable {
    private static final int ANSWER_SECONDS = 10;

    private final PipelineSettings settings;
    private final Optional<AllInOne> here;

    private Connection(PipelineSettings settings, Optional<AllInOne> here) {
        this.settings = settings;
        this.here = here;
    }

    /** Those of a data folder; they are started here unless they run already. */
    static Connection embedded(DataFolder data, String command) {
        var all = AllInOne.start(new AllInOneSettings(data, command), System.getenv());
        return new Connection(all.settings(), Optional.of(all));
    }

    /**
     * Those of a cluster. Settings such as TLS come from the environment, as the services' do.
     *
     * @throws UserException if no broker answers, or the topics are not there
     */
    static Connection to(String bootstrap) {
        var settings = PipelineSettings.fromEnvironment(System.getenv()).toBuilder()
                .bootstrapServers(bootstrap)
                .build();
        var connection = new Connection(settings, Optional.empty());
        connection.complaint().ifPresent(complaint -> {
            throw UserException.failure(complaint);
        });
        return connection;
    }

    /**
     * Those that run on a data folder already.
     *
     * @throws UserException if none do
     */
    static Connection running(DataFolder data) {
        String bootstrap = BrokerLease.runningOn(data.broker())
                .orElseThrow(() -> UserException.failure("nothing runs on the data folder " + data.root()
                        + "; start ./tonmeister serve, or name a broker with --bootstrap"));
        var settings = PipelineSettings.builder().bootstrapServers(bootstrap).build();
        return new Connection(settings, Optional.empty());
    }

    /** A client for it. */
    TonmeisterClient client() {
        var builder = TonmeisterClient.builder()
                .bootstrapServers(settings.bootstrapServers())
                .topicPrefix(settings.topicPrefix());
        settings.kafka().forEach(builder::kafka);
        return builder.build();
    }

    /** How to reach broker and topics. */
    PipelineSettings settings() {
        return settings;
    }

    /** Where the broker is. */
    String bootstrap() {
        return settings.bootstrapServers();
    }

    /** Whether the services run in this process. */
    boolean isHere() {
        return here.map(AllInOne::isOwner).orElse(false);
    }

    /** What is wrong with broker or services at the moment, if anything, for the user. May take some seconds. */
    Optional<String> complaint() {
        if (isHere()) {
            return here.get().alive() ? Optional.empty() : Optional.of("a service has failed; the log says why");
        }
        return Admins.ask(settings);
    }

    /**
     * Waits until no other process uses the broker of this one.
     *
     * @param waiting called once if there are any
     */
    void awaitGuests(Runnable waiting) throws InterruptedException {
        if (here.isPresent()) {
            here.get().awaitGuests(waiting);
        }
    }

    @Override
    public void close() {
        here.ifPresent(AllInOne::close);
    }

    /** Asks a cluster whether it is there. */
    private static final class Admins {
        private Admins() {}

        static Optional<String> ask(PipelineSettings settings) {
            String where = settings.bootstrapServers();
            Map<String, Object> properties = settings.admin();
            properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_SECONDS * 1000);
            properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_SECONDS * 1000);
            String uploads = settings.catalogue().name(Topic.UPLOADS);
            try (var admin = Admin.create(properties)) {
                return admin.listTopics()
                                .names()
                                .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                                .contains(uploads)
                        ? Optional.empty()
                        : Optional.of("the broker at " + where + " has no topic " + uploads
                                + "; start the services there first");
            } catch (ExecutionException | TimeoutException e) {
                return Optional.of("no broker answers at " + where + " within " + ANSWER_SECONDS + " s");
            } catch (KafkaException e) {
                // What the client library says of itself is in the cause: "No resolvable bootstrap urls …".
                String reason =
                        e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
                return Optional.of("cannot connect to " + where + ": " + Reasons.firstLine(String.valueOf(reason)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.of("interrupted");
            }
        }
    }
}
