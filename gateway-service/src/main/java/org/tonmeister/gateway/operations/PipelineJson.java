package org.tonmeister.gateway.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tonmeister.gateway.http.Json;
import org.tonmeister.operations.status.PipelineStatus;

/** The pipeline's state as JSON. */
final class PipelineJson {
    private PipelineJson() {}

    static ObjectNode of(PipelineStatus status) {
        ArrayNode topics = Json.array();
        status.topics().forEach(topic -> topics.add(of(topic)));
        ArrayNode services = Json.array();
        status.services()
                .forEach(service -> services.add(Json.object()
                        .put("service", service.service())
                        .put("group", service.group())
                        .put("state", service.state())
                        .put("members", service.members())
                        .put("lag", service.lag())
                        .put("perSecond", service.offsetsPerSecond())));
        ArrayNode hanging = Json.array();
        status.hangingTransactions()
                .forEach(transaction -> hanging.add(Json.object()
                        .put("topic", transaction.topic())
                        .put("partition", transaction.partition())
                        .put("firstOffset", transaction.firstOffset())
                        .put("since", transaction.since().toString())
                        .put("producerId", transaction.producerId())));
        ObjectNode node = Json.object().put("measuredAt", status.at().toString());
        node.set("topics", topics);
        node.set("services", services);
        node.set("hangingTransactions", hanging);
        return node.put("deadLetters", status.deadLetters());
    }

    private static ObjectNode of(PipelineStatus.TopicStatus topic) {
        ArrayNode partitions = Json.array();
        topic.partitions()
                .forEach(partition -> partitions.add(Json.object()
                        .put("partition", partition.partition())
                        .put("firstOffset", partition.firstOffset())
                        .put("endOffset", partition.endOffset())));
        ObjectNode node = Json.object().put("topic", topic.topic());
        node.set("partitions", partitions);
        return node.put("perSecond", topic.offsetsPerSecond());
    }
}
