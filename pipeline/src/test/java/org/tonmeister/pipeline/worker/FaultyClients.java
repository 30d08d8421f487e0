package org.tonmeister.pipeline.worker;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;

/** Real clients whose producer fails at one kind of call, every third time, before or after the call has its effect. */
final class FaultyClients implements KafkaClients {
    private final String method;
    private final boolean afterwards;
    private final boolean timeout;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger faults = new AtomicInteger();
    private final AtomicInteger producers = new AtomicInteger();

    /**
     * @param method of the producer
     * @param afterwards whether the call reaches the broker first
     * @param timeout a {@link TimeoutException}; or else a plain {@link KafkaException}
     */
    FaultyClients(String method, boolean afterwards, boolean timeout) {
        this.method = method;
        this.afterwards = afterwards;
        this.timeout = timeout;
    }

    int faults() {
        return faults.get();
    }

    int producers() {
        return producers.get();
    }

    @Override
    public Consumer<byte[], byte[]> consumer(Map<String, Object> properties) {
        return KafkaClients.real().consumer(properties);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Producer<byte[], byte[]> producer(Map<String, Object> properties) {
        producers.incrementAndGet();
        Producer<byte[], byte[]> real = KafkaClients.real().producer(properties);
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Producer.class}, (proxy, called, args) -> {
                    boolean fails = called.getName().equals(method) && calls.incrementAndGet() % 3 == 0;
                    if (fails && !afterwards) {
                        throw fault();
                    }
                    try {
                        Object result = called.invoke(real, args);
                        if (fails) {
                            throw fault();
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private KafkaException fault() {
        faults.incrementAndGet();
        return timeout ? new TimeoutException("injected") : new KafkaException("injected");
    }
}
