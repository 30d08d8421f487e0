package org.tonmeister.pipeline.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EpochTest {
    @Test
    void comesBackFromMetadata_asWorkersReadThem() {
        var single = new Epoch(1_790_000_000_000L, false);
        var joint = new Epoch(1_790_000_000_000L, true);

        assertThat(Epoch.inMetadata(single.metadata())).contains(single);
        assertThat(Epoch.inMetadata(joint.metadata())).contains(joint);
        assertThat(Epoch.isJoint(single.toString())).isFalse();
        assertThat(Epoch.isJoint(joint.toString())).isTrue();
        assertThat(joint).isEqualByComparingTo(single);
        assertThat(joint.next()).isEqualTo(new Epoch(1_790_000_000_001L, false)).isGreaterThan(joint);
    }

    @Test
    void otherMetadata_holdsNone() {
        for (String metadata : new String[] {null, "", "epoch=", "epoch=A1", "epoch=zzzzzzzzzzzzzzzzzzzz", "x"}) {
            assertThat(Epoch.inMetadata(metadata)).as(metadata).isEmpty();
        }
        assertThat(Epoch.parse("p.1")).isEmpty();
    }
}
