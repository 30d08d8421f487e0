package org.tonmeister.pipeline.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComponentGroupTest {
    private final List<String> journal = new ArrayList<>();
    private final SwitchedComponent one = new SwitchedComponent("one", journal);
    private final SwitchedComponent two = new SwitchedComponent("two", journal);

    @Test
    void startsInOrder_andClosesInReverse() {
        var group = ManagedComponent.all(List.of(one, two));

        group.start();
        group.close();

        assertThat(journal).containsExactly("start one", "start two", "close two", "close one");
    }

    @Test
    void isReadyAndAlive_ifAllAre() {
        var group = ManagedComponent.all(List.of(one, two));

        one.ready = true;
        assertThat(group.ready()).isFalse();
        two.ready = true;
        assertThat(group.ready()).isTrue();
        assertThat(group.alive()).isTrue();
        one.alive = false;
        assertThat(group.alive()).isFalse();
    }

    @Test
    void oneThatDoesNotStart_takesTheOthersBack() {
        var group = ManagedComponent.all(List.of(one, new Failing(), two));

        assertThatThrownBy(group::start).hasMessage("cannot start");

        assertThat(journal).contains("start one", "close one").doesNotContain("start two");
    }

    @Test
    void oneThatDoesNotClose_doesNotKeepTheOthersOpen() {
        var group = ManagedComponent.all(List.of(one, new Failing(), new Failing()));

        assertThatThrownBy(group::close).hasMessage("cannot close").satisfies(e -> assertThat(e.getSuppressed())
                .hasSize(1));

        assertThat(journal).containsExactly("close one");
    }

    private static final class Failing implements ManagedComponent {
        @Override
        public void start() {
            throw new IllegalStateException("cannot start");
        }

        @Override
        public boolean ready() {
            return false;
        }

        @Override
        public void close() {
            throw new IllegalStateException("cannot close");
        }
    }
}
