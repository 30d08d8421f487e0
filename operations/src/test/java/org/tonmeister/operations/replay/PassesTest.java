package org.tonmeister.operations.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PassesTest {
    @Test
    void thePassBehind_isNewer_andOlderThanTheNextEpoch() throws Exception {
        String behind = Passes.behind("mdk0a1zz.mdk0a2aa");

        assertThat(behind).isEqualTo("mdk0a1zz.mdk0a2ab");
        assertThat(Passes.behind("mdk0a1zz")).isEqualTo("mdk0a200");
        assertThat(List.of("mdk0a200.a", "mdk0a1zz.mdk0a2aa", behind, "zz", "mdk0a1zz.mdk0a2ac").stream()
                        .sorted(Passes.ORDER))
                .containsExactly("zz", "mdk0a1zz.mdk0a2aa", behind, "mdk0a1zz.mdk0a2ac", "mdk0a200.a");
    }

    @Test
    void refuses_whatIsNoPass() {
        assertThatThrownBy(() -> Passes.behind("a.B"))
                .isInstanceOf(ReplayRefusedException.class)
                .hasMessageContaining("'a.B'");
    }
}
