package org.tonmeister.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tonmeister.gateway.testing.Answers.json;

import org.apache.kafka.common.TopicPartition;
import org.tonmeister.gateway.testing.RunningGateway;
import org.tonmeister.pipeline.testing.LostTransaction;
import org.tonmeister.schemas.Topic;

/** What the operator is answered, and what the description itself is served with. */
final class OperationsAnswers {
    private final ContractGateway gateway;

    OperationsAnswers(ContractGateway gateway) {
        this.gateway = gateway;
    }

    void told() {
        gateway.check("getOpenApi", 200, "");
        gateway.check("getOpenApi", 304, "", "If-None-Match", "*");
        gateway.check("listDeadLetters", 200, "");
        gateway.check("listDeadLetters", 400, "?limit=0");
        gateway.check("listDeadLetters", 400, "?cursor=nonsense");
        await().atMost(RunningGateway.PATIENCE).untilAsserted(() -> gateway.check("getPipeline", 200, ""));
    }

    void hangingTransactions() throws Exception {
        var place = new TopicPartition(gateway.pipeline().name(Topic.PREDICTIONS), 0);
        try (var lost = new LostTransaction(gateway.bootstrapServers())) {
            lost.write(place, "song", "lost");
        }
        await().atMost(RunningGateway.PATIENCE).untilAsserted(() -> assertThat(
                        json(gateway.check("getPipeline", 200, "")).path("hangingTransactions"))
                .singleElement()
                .satisfies(transaction -> {
                    assertThat(transaction.path("topic").asText()).isEqualTo(place.topic());
                    assertThat(transaction.path("firstOffset").asLong(-1)).isZero();
                }));
    }

    void redriven() {
        await().atMost(RunningGateway.PATIENCE)
                .until(() -> json(gateway.call("listDeadLetters"))
                                .path("deadLetters")
                                .size()
                        > 0);
        gateway.check("redriveDeadLetter", 202, "");
        gateway.check("redriveDeadLetter", 409, "");
    }
}
