package org.tonmeister.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.schemas.Topic;

class EmbeddedBrokerIT {
    private static final byte[] KEPT = {4, 5, 6};

    /** On its way from the beginning: it waits for the end of the killed one's session, and the other tests go on meanwhile. */
    private static CompletableFuture<BrokerLease> successor;

    @TempDir
    private Path folder;

    @BeforeAll
    static void killABroker(@TempDir Path folder) throws Exception {
        Process killed = OwnerProcess.start(folder);
        try {
            Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> Files.exists(folder.resolve("address")));
            try (var guest = BrokerLease.acquire(folder, 0, "mix")) {
                assertThat(guest.isOwner()).isFalse();
                BrokerClients.createTopics(guest.bootstrap());
                BrokerClients.write(guest.bootstrap(), Topic.UPLOADS, KEPT);
            }
        } finally {
            killed.destroyForcibly().waitFor();
        }
        successor = CompletableFuture.supplyAsync(() -> BrokerLease.acquire(folder, 0, "mix"));
    }

    @AfterAll
    static void closeTheSuccessor() throws Exception {
        successor.get(90, TimeUnit.SECONDS).close();
    }

    @Test
    void secondStart_findsTopicsAndRecordsOfTheFirst_andFreesWhatIsTooOld() throws Exception {
        byte[] value = {1, 2, 3};
        String clusterId;
        try (var first = EmbeddedBroker.start(folder, 0)) {
            clusterId = first.clusterId();
            BrokerClients.createTopics(first.bootstrap());
            BrokerClients.write(first.bootstrap(), Topic.UPLOADS, value);
            BrokerClients.write(first.bootstrap(), Topic.AUDIO, new byte[1 << 20]);
            BrokerClients.setRetention(first.bootstrap(), Topic.AUDIO, Duration.ofMillis(1));
        }
        Path partition = folder.resolve("logs").resolve(BrokerClients.CATALOGUE.name(Topic.AUDIO) + "-0");
        assertThat(bytesIn(partition)).isGreaterThan(1 << 20);

        try (var second = EmbeddedBroker.start(folder, 0);
                var admin = BrokerClients.admin(second.bootstrap())) {
            assertThat(second.clusterId()).isEqualTo(clusterId);
            assertThat(admin.listTopics().names().get())
                    .containsAll(Arrays.stream(Topic.values())
                            .map(BrokerClients.CATALOGUE::name)
                            .toList());
            assertThat(BrokerClients.readFirst(second.bootstrap(), Topic.UPLOADS))
                    .isEqualTo(value);
            Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> bytesIn(partition) < 1 << 20);
        }
    }

    @Test
    void listensOnTheWantedPort_andTakesTheLargestRecordOfEveryTopic() throws Exception {
        int port = freePort();
        try (var broker = EmbeddedBroker.start(folder, port)) {
            assertThat(broker.bootstrap()).isEqualTo("127.0.0.1:" + port);
            BrokerClients.createTopics(broker.bootstrap());
            for (Topic topic : new Topic[] {Topic.UPLOADS, Topic.AUDIO, Topic.MIX_CHUNKS, Topic.DEAD_LETTERS}) {
                byte[] largest = new byte[topic.maxRecordBytes() - Topic.Limits.OVERHEAD_BYTES];
                new Random(1).nextBytes(largest);

                BrokerClients.write(broker.bootstrap(), topic, largest);

                assertThat(BrokerClients.readFirst(broker.bootstrap(), topic)).isEqualTo(largest);
            }
        }
    }

    @Test
    void refusesAPortThatIsTaken() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertThatThrownBy(() -> EmbeddedBroker.start(folder, other.getLocalPort()))
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining("Port " + other.getLocalPort())
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void triesOtherPorts_ifAnotherProgramWasQuicker() throws Exception {
        try (var quicker = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            var free = Ports.free(0);
            var ports = List.of(
                            new Ports(quicker.getLocalPort(), free.controller()),
                            new Ports(free.broker(), quicker.getLocalPort()),
                            Ports.free(0))
                    .iterator();

            try (var broker = EmbeddedBroker.start(folder, ports::next)) {
                assertThat(ports.hasNext()).isFalse();
                BrokerClients.createTopics(broker.bootstrap());
            }
        }
    }

    @Test
    void refusesAFolderThatIsAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        assertThatThrownBy(() -> BrokerLease.acquire(file, 0, "mix"))
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void secondLease_joinsTheRunningBroker_whoseOwnerWaitsForItsGuests_andLetsNoMoreIn() throws Exception {
        try (var owner = BrokerLease.acquire(folder, 0, "serve")) {
            var guest = BrokerLease.acquire(folder, 0, "mix");
            assertThat(owner.isOwner()).isTrue();
            assertThat(guest.isOwner()).isFalse();
            assertThat(guest.bootstrap()).isEqualTo(owner.bootstrap());
            assertThat(guest.owner())
                    .contains(Long.toString(ProcessHandle.current().pid()))
                    .contains("serve");
            var waits = new CountDownLatch(1);

            var waiting = CompletableFuture.runAsync(() -> {
                try {
                    owner.awaitGuests(waits::countDown);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });

            assertThat(waits.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(waiting).isNotDone();
            assertThat(folder.resolve("address")).doesNotExist();
            guest.close();
            assertThat(waiting).succeedsWithin(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void leaseAfterTheOwnerHasGone_ownsTheFolder_whateverTheOldAddressSays() throws Exception {
        String stale;
        try (var first = BrokerLease.acquire(folder, 0, "mix")) {
            stale = Files.readString(folder.resolve("address"));
            assertThat(stale).startsWith(first.bootstrap());
        }
        // As a killed process leaves it.
        Files.writeString(folder.resolve("address"), stale);

        try (var second = BrokerLease.acquire(folder, 0, "mix")) {
            assertThat(second.isOwner()).isTrue();
            assertThat(Files.readString(folder.resolve("address"))).startsWith(second.bootstrap());
        }
    }

    @Test
    void newcomer_waitsForAnOwnerThatIsAboutToStop() throws Exception {
        var owner = BrokerLease.acquire(folder, 0, "mix");
        owner.awaitGuests(() -> {});

        var newcomer = CompletableFuture.supplyAsync(() -> BrokerLease.acquire(folder, 0, "mix"));
        owner.close();

        try (var lease = newcomer.get(60, TimeUnit.SECONDS)) {
            assertThat(lease.isOwner()).isTrue();
        }
    }

    @Test
    void aBrokerThatWasKilled_startsAgainWithItsRecords() throws Exception {
        try (var next = successor.get(90, TimeUnit.SECONDS)) {
            assertThat(next.isOwner()).isTrue();
            assertThat(BrokerClients.readFirst(next.bootstrap(), Topic.UPLOADS)).isEqualTo(KEPT);
        }
    }

    /** Of records, not of the indexes, which are as large from the start. */
    private static long bytesIn(Path partition) throws IOException {
        try (var files = Files.list(partition)) {
            return files.filter(file -> file.toString().contains(".log"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }
}
