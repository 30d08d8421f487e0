package org.tonmeister.standalone.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.tonmeister.operations.transactions.HangingTransaction;

/** Hanging transactions, for people and for programs. */
final class Transactions {
    private Transactions() {}

    /** What is wrong, and what to do, in one line. */
    static String complaint(HangingTransaction one) {
        return what(one) + ": ./tonmeister topics --abort-hanging";
    }

    /** What is wrong. */
    static String what(HangingTransaction one) {
        return "readers of " + one.place() + " wait at offset " + one.firstOffset()
                + " for a transaction that nobody ends, open for " + Ages.since(one.since());
    }

    static ArrayNode asJson(List<HangingTransaction> transactions) {
        var array = JsonNodeFactory.instance.arrayNode();
        transactions.forEach(one -> array.addObject()
                .put("topic", one.topic())
                .put("partition", one.partition())
                .put("firstOffset", one.firstOffset())
                .put("since", one.since().toString())
                .put("producerId", one.producerId()));
        return array;
    }
}
