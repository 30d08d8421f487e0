package org.tonmeister.standalone.services;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.operations.transactions.HangingTransaction;
import org.tonmeister.operations.transactions.HangingTransactions;
import org.tonmeister.pipeline.settings.PipelineSettings;

/**
 * Ends the transactions that the embedded broker lost sight of, when it has lost its session on a machine that was too
 * busy or slept. Looks at the start, for what an earlier process left, and every half minute.
 */
final class TransactionGuard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionGuard.class);
    private static final int SECONDS_BETWEEN = 30;

    private final Admin admin;
    private final HangingTransactions transactions;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(TransactionGuard::daemon);

    private TransactionGuard(PipelineSettings settings) {
        this.admin = Admin.create(settings.admin());
        this.transactions = new HangingTransactions(admin, settings);
    }

    static TransactionGuard start(PipelineSettings settings) {
        var guard = new TransactionGuard(settings);
        var unused = guard.thread.scheduleWithFixedDelay(guard::look, 0, SECONDS_BETWEEN, TimeUnit.SECONDS);
        return guard;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        admin.close();
    }

    private void look() {
        try {
            var hanging = transactions.find();
            transactions.abort(hanging);
            for (HangingTransaction one : hanging) {
                LOG.atWarn()
                        .addKeyValue("topic", one.topic())
                        .addKeyValue("partition", one.partition())
                        .addKeyValue("offset", one.firstOffset())
                        .addKeyValue("since", one.since())
                        .log("Ended a transaction that the broker had lost sight of; its work is done again");
            }
        } catch (KafkaException e) {
            // The next look may go better; and the services tell of it where the broker is away.
            LOG.atDebug().addKeyValue("error", e.getMessage()).log("Transactions cannot be looked at");
        }
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "transaction-guard");
        thread.setDaemon(true);
        return thread;
    }
}
