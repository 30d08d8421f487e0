package org.tonmeister.pipeline.worker;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One member of the group: a thread that polls, a thread that works, a consumer, a producer, a handler. After a fault of
 * the clients it begins anew with new ones.
 */
final class WorkerLane implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerLane.class);

    private final StageParts parts;
    private final String name;
    private final ScheduledExecutorService metricsRefresher;
    private final ExecutorService workThread;
    private final TransactionalSender sender;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile LaneConsumer current;
    private volatile boolean failed;

    /** @param name of the lane, unique among all instances: it is the transactional id */
    WorkerLane(StageParts parts, String name, ScheduledExecutorService metricsRefresher) {
        WorkerConfiguration configuration = parts.configuration();
        this.parts = parts;
        this.name = name;
        this.metricsRefresher = metricsRefresher;
        this.workThread = Executors.newSingleThreadExecutor(work -> daemon(work, name + "-work"));
        this.sender = new TransactionalSender(
                () -> configuration.clients().producer(configuration.settings().transactionalProducer(name)));
    }

    @Override
    public void run() {
        try {
            StageHandler handler =
                    onWorkThread(() -> parts.configuration().handlers().create());
            workUntilClosed(handler);
            onWorkThread(() -> {
                handler.close();
                return null;
            });
        } catch (ExecutionException e) {
            failed = true;
            LOG.atError().addKeyValue("lane", name).setCause(e.getCause()).log("The handler cannot be made or closed");
        } finally {
            sender.close();
            workThread.shutdownNow();
        }
    }

    /** Asks it to end. */
    void stop() {
        closing.countDown();
        LaneConsumer consumer = current;
        if (consumer != null) {
            consumer.stop();
        }
    }

    boolean ready() {
        LaneConsumer consumer = current;
        return !failed && consumer != null && consumer.ready();
    }

    boolean failed() {
        return failed;
    }

    private void workUntilClosed(StageHandler handler) {
        var backoff = new Backoff();
        while (!isClosing()) {
            try {
                // Before the first poll: what a predecessor left open under this name is decided now.
                sender.prepare();
                work(handler);
                backoff.reset();
            } catch (LinkageError e) {
                failed = true;
                LOG.atError()
                        .addKeyValue("lane", name)
                        .setCause(e)
                        .log("The program's parts do not fit together: no record's fault, and trying again does not"
                                + " help. Install one whole release. The service stops");
                return;
            } catch (RuntimeException | Error e) {
                // Whatever it was, giving up would be worse: the partitions would go on to one who meets it too.
                Duration wait = backoff.next();
                LOG.atWarn()
                        .addKeyValue("lane", name)
                        .addKeyValue("waitMs", wait.toMillis())
                        .setCause(e)
                        .log("Begins anew with new clients");
                pause(wait);
            }
        }
    }

    private void work(StageHandler handler) {
        WorkerConfiguration configuration = parts.configuration();
        var properties = configuration.settings().consumer(configuration.groupId());
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, configuration.maxPollRecords());
        Consumer<byte[], byte[]> consumer = configuration.clients().consumer(properties);
        try (var lane = new LaneConsumer(parts, consumer, handler, sender, workThread);
                var metrics =
                        new KafkaClientMetrics(consumer, Tags.of("stage", configuration.stage()), metricsRefresher)) {
            metrics.bindTo(configuration.meters());
            current = lane;
            if (isClosing()) {
                return;
            }
            lane.run();
        } finally {
            current = null;
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void pause(Duration time) {
        try {
            if (closing.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.atDebug().addKeyValue("lane", name).log("Closed while waiting");
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private <T> T onWorkThread(java.util.concurrent.Callable<T> task) throws ExecutionException {
        try {
            return workThread.submit(task).get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static Thread daemon(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
