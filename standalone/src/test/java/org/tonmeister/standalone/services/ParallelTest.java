package org.tonmeister.standalone.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ParallelTest {
    @Test
    void doesAllAtOnce() {
        var together = new CyclicBarrier(3);
        Set<Integer> done = ConcurrentHashMap.newKeySet();

        Parallel.forEach("test", List.of(1, 2, 3), item -> {
            together.await(30, TimeUnit.SECONDS);
            done.add(item);
        });

        assertThat(done).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void doesTheOthers_evenIfOneFails() {
        Set<Integer> done = ConcurrentHashMap.newKeySet();

        assertThatThrownBy(() -> Parallel.forEach("test", List.of(1, 2, 3), item -> {
                    if (item == 2) {
                        throw new IOException("two is broken");
                    }
                    done.add(item);
                }))
                .hasMessage("two is broken");

        assertThat(done).containsExactlyInAnyOrder(1, 3);
    }
}
