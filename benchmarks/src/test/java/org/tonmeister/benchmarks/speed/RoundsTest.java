package org.tonmeister.benchmarks.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final List<Job> JOBS = LongStream.range(0, 3)
            .mapToObj(seed -> new Job(Path.of("song.wav"), Path.of("mix.flac"), seed, -20, 0))
            .toList();

    @Test
    void everySecondRoundGoesBackwards() throws IOException {
        List<String> order = new ArrayList<>();
        Contender a = new Contender("a", job -> order.add("a" + job.seed()) ? 1 : 0);
        Contender b = new Contender("b", job -> order.add("b" + job.seed()) ? 2 : 0);

        Rounds rounds = Rounds.of(List.of(a, b), JOBS, () -> {});

        assertThat(order).containsExactly("a0", "b0", "b1", "a1", "a2", "b2");
        assertThat(rounds.seconds()).isEqualTo(Map.of("a", List.of(1.0, 1.0, 1.0), "b", List.of(2.0, 2.0, 2.0)));
    }

    @Test
    void ratioIsTheMedianOfTheRoundsRatios() {
        var rounds = new Rounds(Map.of("slow", List.of(4.0, 9.0, 2.0), "fast", List.of(1.0, 3.0, 1.0)));

        assertThat(rounds.ratio("slow", "fast")).isEqualTo(3);
        assertThat(rounds.median("slow")).isEqualTo(4);
    }

    @Test
    void medianOfTwoIsTheirMean() {
        assertThat(new Rounds(Map.of("a", List.of(1.0, 2.0))).median("a")).isEqualTo(1.5);
    }
}
