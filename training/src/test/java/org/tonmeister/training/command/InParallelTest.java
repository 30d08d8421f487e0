package org.tonmeister.training.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InParallelTest {
    @Test
    void results_comeInTheOrderOfThePieces() throws Exception {
        // Given: the first piece ends after the second
        var second = new CountDownLatch(1);
        List<Callable<Integer>> pieces = new ArrayList<>();
        pieces.add(() -> {
            second.await();
            return 0;
        });
        pieces.add(() -> {
            second.countDown();
            return 1;
        });
        IntStream.range(2, 50).forEach(i -> pieces.add(() -> i));

        // When
        List<Integer> results = InParallel.run(2, pieces);

        // Then
        assertThat(results)
                .containsExactlyElementsOf(IntStream.range(0, 50).boxed().toList());
    }

    @Test
    void aFailure_endsIt_andThePiecesAtWorkAreInterrupted() {
        var begun = new CountDownLatch(1);
        var interrupted = new AtomicBoolean();
        List<Callable<String>> pieces = List.of(
                () -> {
                    begun.await();
                    throw new TrainingException("the song is silent");
                },
                () -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.set(true);
                    }
                    return "late";
                });

        assertThatThrownBy(() -> InParallel.run(2, pieces))
                .isInstanceOf(TrainingException.class)
                .hasMessage("the song is silent");
        assertThat(interrupted).isTrue();
    }

    @Test
    void faultsOfFiles_comeThroughAsTheyAre_andOthersAsProgrammersFaults() {
        assertThatThrownBy(() -> InParallel.run(1, List.of(() -> {
                    throw new NoSuchFileException("a.wav");
                })))
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> InParallel.run(1, List.of(() -> {
                    throw new ArithmeticException("by zero");
                })))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(ArithmeticException.class);
    }
}
