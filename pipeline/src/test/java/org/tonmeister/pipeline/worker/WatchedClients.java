package org.tonmeister.pipeline.worker;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/**
 * Real clients whose consumer's polls and seeks are counted, and which can be made to stop polling, as in a process that
 * the system has put to sleep.
 */
final class WatchedClients implements KafkaClients {
    private final AtomicInteger polls = new AtomicInteger();
    private final AtomicInteger seeks = new AtomicInteger();
    private volatile CountDownLatch thaw = new CountDownLatch(0);

    void freeze() {
        thaw = new CountDownLatch(1);
    }

    void thaw() {
        thaw.countDown();
    }

    int polls() {
        return polls.get();
    }

    int seeks() {
        return seeks.get();
    }

    @Override
    public Producer<byte[], byte[]> producer(Map<String, Object> properties) {
        return KafkaClients.real().producer(properties);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Consumer<byte[], byte[]> consumer(Map<String, Object> properties) {
        Consumer<byte[], byte[]> real = KafkaClients.real().consumer(properties);
        return (Consumer<byte[], byte[]>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Consumer.class}, (proxy, called, args) -> {
                    if (called.getName().equals("poll")) {
                        polls.incrementAndGet();
                        thaw.await();
                    } else if (called.getName().equals("seek")) {
                        seeks.incrementAndGet();
                    }
                    try {
                        return called.invoke(real, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
