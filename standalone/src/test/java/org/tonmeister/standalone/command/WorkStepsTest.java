package org.tonmeister.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonmeister.standalone.console.Step;

class WorkStepsTest {
    @ParameterizedTest
    @MethodSource("works")
    void theStepsOfEachWork_makeOneWhole_inTheirOrder(List<Step> steps) {
        assertThat(steps.stream().mapToDouble(Step::share).sum()).isCloseTo(1, within(1e-12));
        assertThat(steps)
                .extracting(Step::ordinal)
                .containsExactlyElementsOf(
                        IntStream.range(0, steps.size()).boxed().toList());
    }

    private static Stream<List<Step>> works() {
        return Stream.of(RenderProgress.STEPS, AnalysisRun.STEPS);
    }
}
