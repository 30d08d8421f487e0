package org.tonmeister.pipeline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentReaderTest {
    private static final Duration DAY = Duration.ofDays(1);

    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "30s,PT30S", "5m,PT5M", "2h,PT2H", "1d,PT24H"})
    void readsTimes(String text, Duration expected) {
        assertThat(reader("T", text).duration("T", Duration.ZERO, DAY)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"30", "s", "-1s", "1.5s", "25h", "99999999999s"})
    void refusesOtherTimes(String text) {
        assertThatThrownBy(() -> reader("T", text).duration("T", Duration.ZERO, DAY))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("T is '" + text + "': must be a time such as 500ms, 30s");
    }

    @Test
    void readsTheOtherTypes() {
        var reader = new EnvironmentReader(
                Map.of("N", " 1.5 ", "F", "true", "C", "b", "P", "/x", "L", "a, b,,c", "X", "text"));

        assertThat(reader.number("N", 0, 0, 2)).isEqualTo(1.5);
        assertThat(reader.flag("F", false)).isTrue();
        assertThat(reader.choice("C", "a", "a", "b")).isEqualTo("b");
        assertThat(reader.path("P", Path.of("/"))).isEqualTo(Path.of("/x"));
        assertThat(reader.list("L", List.of())).containsExactly("a", "b", "c");
        assertThat(reader.text("X")).contains("text");
        assertThat(reader.text("Y")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NaN", "2.1", "x"})
    void refusesOtherNumbers(String text) {
        assertThatThrownBy(() -> reader("N", text).number("N", 0, 0, 2))
                .hasMessage("N is '" + text + "': must be a number from 0.0 to 2.0");
    }

    @Test
    void refusesOtherWords() {
        assertThatThrownBy(() -> reader("F", "yes").flag("F", false))
                .hasMessage("F is 'yes': must be one of true, false");
    }

    @Test
    void describesWhatWasRead_withoutSecrets_andListsWhatWasNot() {
        var reader = new EnvironmentReader(Map.of("A_TOKEN", "hunter2", "A_LEFT", "1", "B_LEFT", "1"));

        reader.text("A_TOKEN", "");
        reader.integer("A_NUMBER", 3, 1, 9);

        assertThat(reader.describe()).isEqualTo("A_NUMBER=3\nA_TOKEN=[hidden]");
        assertThat(reader.unread("A_")).containsExactly("A_LEFT");
    }

    private static EnvironmentReader reader(String variable, String value) {
        return new EnvironmentReader(Map.of(variable, value));
    }
}
