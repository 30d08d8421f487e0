package org.tonmeister.operations.transactions;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.tonmeister.operations.admin.Answers;

/** What the coordinators said of some producers' transactions. */
final class Coordinators {
    /** States in which a coordinator will still write the end into every partition. */
    private static final Set<TransactionState> AT_WORK = Set.of(
            TransactionState.ONGOING,
            TransactionState.PREPARE_COMMIT,
            TransactionState.PREPARE_ABORT,
            TransactionState.PREPARE_EPOCH_FENCE,
            TransactionState.UNKNOWN);

    private final Map<Long, TransactionDescription> byProducer;

    private Coordinators(Map<Long, TransactionDescription> byProducer) {
        this.byProducer = byProducer;
    }

    /** What a coordinator holds of a transaction in a partition. */
    enum View {
        /** It will end it. */
        OPEN,
        /** It has ended it, or never knew that the partition belongs to it. */
        ENDED,
        /** No coordinator says that it knows the producer. */
        UNKNOWN
    }

    static Coordinators ask(Admin admin, Collection<HangingTransaction> transactions) {
        var producers =
                transactions.stream().map(HangingTransaction::producerId).collect(Collectors.toSet());
        var byProducer = new HashMap<Long, TransactionDescription>();
        if (!producers.isEmpty()) {
            List<String> ids = Answers.of(
                            admin.listTransactions(new ListTransactionsOptions().filterProducerIds(producers))
                                    .all())
                    .stream()
                    .map(TransactionListing::transactionalId)
                    .toList();
            var described = admin.describeTransactions(ids);
            for (String id : ids) {
                try {
                    var description = Answers.of(described.description(id));
                    byProducer.put(description.producerId(), description);
                } catch (TransactionalIdNotFoundException e) {
                    // Expired meanwhile.
                }
            }
        }
        return new Coordinators(byProducer);
    }

    View view(HangingTransaction transaction) {
        var description = byProducer.get(transaction.producerId());
        if (description == null) {
            return View.UNKNOWN;
        }
        boolean holds = AT_WORK.contains(description.state())
                && description
                        .topicPartitions()
                        .contains(new TopicPartition(transaction.topic(), transaction.partition()));
        return holds ? View.OPEN : View.ENDED;
    }
}
