package org.tonmeister.pipeline.testing;

import static org.awaitility.Awaitility.await;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.message.InitProducerIdRequestData;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.message.ProduceRequestData.PartitionProduceData;
import org.apache.kafka.common.message.ProduceRequestData.TopicProduceData;
import org.apache.kafka.common.message.ProduceRequestData.TopicProduceDataCollection;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.InitProducerIdRequest;
import org.apache.kafka.common.requests.InitProducerIdResponse;
import org.apache.kafka.common.requests.ProduceRequest;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.TxnOffsetCommitRequest;
import org.apache.kafka.common.requests.TxnOffsetCommitRequest.CommittedOffset;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Leaves transactions open in partitions while their coordinator knows of none: what is left after a broker has lost its
 * session. The broker's own check against it is put off for as long as one is written. Of a broker of one node.
 */
public final class LostTransaction implements AutoCloseable {
    private static final short NOT_OF_THE_COORDINATOR = 11;
    private static final short OFFSETS_OF_OLD_CLIENTS = 4;

    private final String bootstrap;
    private final String id = "lost-" + UUID.randomUUID();
    private final Socket socket;
    private final long producerId;
    private final short epoch;

    /** Asks the coordinator for a producer id, as any transactional producer does. */
    public LostTransaction(String bootstrap) throws IOException {
        this.bootstrap = bootstrap;
        Map<String, Object> properties =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap, ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            // Waits for the coordinator, which a new broker does not have yet.
            producer.initTransactions();
        }
        int colon = bootstrap.lastIndexOf(':');
        this.socket = new Socket(bootstrap.substring(0, colon), Integer.parseInt(bootstrap.substring(colon + 1)));
        var response = (InitProducerIdResponse) ask(
                new InitProducerIdRequest.Builder(new InitProducerIdRequestData()
                                .setTransactionalId(id)
                                .setTransactionTimeoutMs(10_000))
                        .build((short) 4),
                ApiKeys.INIT_PRODUCER_ID,
                (short) 4);
        this.producerId = response.data().producerId();
        this.epoch = response.data().producerEpoch();
    }

    /** Writes a record into a partition. */
    public void write(TopicPartition partition, String key, String value) throws Exception {
        var records = MemoryRecords.withTransactionalRecords(
                Compression.NONE,
                producerId,
                epoch,
                0,
                new SimpleRecord(
                        System.currentTimeMillis(),
                        key.getBytes(StandardCharsets.UTF_8),
                        value.getBytes(StandardCharsets.UTF_8)));
        var topics = new TopicProduceDataCollection();
        topics.add(new TopicProduceData()
                .setName(partition.topic())
                .setPartitionData(List.of(new PartitionProduceData()
                        .setIndex(partition.partition())
                        .setRecords(records))));
        unverified(() -> ask(
                ProduceRequest.builder(
                                new ProduceRequestData()
                                        .setTransactionalId(id)
                                        .setAcks((short) -1)
                                        .setTimeoutMs(10_000)
                                        .setTopicData(topics),
                                true)
                        .build(NOT_OF_THE_COORDINATOR),
                ApiKeys.PRODUCE,
                NOT_OF_THE_COORDINATOR));
    }

    /** Moves a group's place. */
    public void commit(String group, TopicPartition partition, long offset) throws Exception {
        unverified(() -> ask(
                new TxnOffsetCommitRequest.Builder(
                                id,
                                group,
                                producerId,
                                epoch,
                                Map.of(partition, new CommittedOffset(offset, "", Optional.empty())),
                                false)
                        .build(OFFSETS_OF_OLD_CLIENTS),
                ApiKeys.TXN_OFFSET_COMMIT,
                OFFSETS_OF_OLD_CLIENTS));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private interface Writing {
        AbstractResponse write() throws IOException;
    }

    private void unverified(Writing writing) throws Exception {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            verification(admin, "false");
            try {
                // The broker takes the setting over a moment after it has confirmed it.
                await().until(() -> writing.write().errorCounts().keySet(), Set.of(Errors.NONE)::equals);
            } finally {
                verification(admin, "true");
            }
        }
    }

    private static void verification(Admin admin, String enabled) throws Exception {
        admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.BROKER, ""),
                        List.of(new AlterConfigOp(
                                new ConfigEntry("transaction.partition.verification.enable", enabled),
                                AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }

    private AbstractResponse ask(AbstractRequest request, ApiKeys api, short version) throws IOException {
        var header = new RequestHeader(api, version, "test", 1);
        ByteBuffer bytes = request.serializeWithHeader(header);
        var out = new DataOutputStream(socket.getOutputStream());
        out.writeInt(bytes.remaining());
        out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
        out.flush();
        var in = new DataInputStream(socket.getInputStream());
        byte[] answer = new byte[in.readInt()];
        in.readFully(answer);
        return AbstractResponse.parseResponse(ByteBuffer.wrap(answer), header);
    }
}
