package org.tonmeister.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpClosedException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {
    @ParameterizedTest
    @MethodSource
    void whatPasses_is503_andSaysWhenToComeAgain(Throwable fault, String retryAfter) {
        var problem = Faults.problem(fault, "urn:test");

        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.headers()).isEqualTo(Map.of("Retry-After", retryAfter));
    }

    static Stream<Object[]> whatPasses_is503_andSaysWhenToComeAgain() {
        return Stream.of(
                new Object[] {new TimeoutException("a broker"), "5"},
                new Object[] {new CompletionException(new ExecutionException(new TimeoutException("a broker"))), "5"},
                new Object[] {new RejectedExecutionException(), "1"});
    }

    @ParameterizedTest
    @MethodSource
    void aFaultOfOurs_is500_andTellsNothingOfItself(Throwable fault) {
        var problem = Faults.problem(fault, "urn:test");

        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.detail()).isEqualTo("A fault of the gateway; its log says more");
    }

    static Stream<Throwable> aFaultOfOurs_is500_andTellsNothingOfItself() {
        return Stream.of(
                new IllegalStateException("a secret"),
                new NumberFormatException("a secret"),
                new RecordTooLargeException("a secret"));
    }

    @Test
    void aClientThatWentAway_isNobodyToAnswer() {
        assertThat(Stream.of(
                        new HttpClosedException("gone"),
                        new SocketException("Connection reset"),
                        new CompletionException(new ClosedChannelException())))
                .allMatch(Faults::isDisconnect);
        assertThat(Faults.isDisconnect(new TimeoutException("a broker"))).isFalse();
    }
}
