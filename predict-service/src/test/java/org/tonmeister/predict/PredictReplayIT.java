package org.tonmeister.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.schemas.record.MixOrder;

/** Both services against a broker, and a part of what they read once more. */
@ExtendWith(SharedBroker.class)
class PredictReplayIT {
    @TempDir
    private Path folder;

    private PredictBench bench;

    @BeforeEach
    void open(TestBroker broker) {
        bench = new PredictBench(broker, folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void replayOfOneModelsGroup_givesOneOrder() {
        bench.start();
        bench.publish("song", "0-1", "i1.f1", 0, PredictBench.WINDOWS);
        bench.orders(1);

        bench.replay(bench.pipeline().settings().groupId("predict-two"));

        assertThat(bench.orders(2)).extracting(MixOrder::getRevision).containsExactly(1, 2);
        // What else comes of the replay would have come before the next track's order.
        bench.publish("song", "0-2", "i1.f1", 0, PredictBench.WINDOWS);
        assertThat(bench.orders(3)).extracting(MixOrder::getUploadId).containsExactly("0-1", "0-1", "0-2");
    }

    @Test
    void replayOfAModelThatWasReplaced_makesOnlyItsPartAnew() {
        bench.start();
        bench.publish("song", "0-1", "i1.f1", 0, PredictBench.WINDOWS);
        bench.publish("song", "0-2", "i1.f1", 0, PredictBench.WINDOWS);
        var before = bench.orders(2);

        bench.replay(
                bench.pipeline().settings().groupId("predict-two"),
                new Models(List.of(PredictBench.delayOf("one", 0.25), PredictBench.delayOf("two", "2", 0.5))));

        var after = bench.orders(4).subList(2, 4);
        assertThat(after).extracting(MixOrder::getOrderId).containsExactly("0-1/ensemble/2", "0-2/ensemble/2");
        assertThat(after).allSatisfy(order -> {
            assertThat(order.getModels().get(0))
                    .isEqualTo(before.get(0).getModels().get(0));
            assertThat(order.getModels().get(1).getVersion()).isEqualTo("2");
            assertThat(order.getModels().get(1).getParameters().getDelay()).isEqualTo(0.5);
            assertThat(order.getParameters().getDelay()).isEqualTo(0.375);
        });
        bench.publish("song", "0-3", "i1.f1", 0, PredictBench.WINDOWS);
        assertThat(bench.orders(5)).as("one order of each upload, and no more").hasSize(5);
        assertThat(bench.predictions("0-1", "one")).isEqualTo(PredictBench.WINDOWS);
        assertThat(bench.predictions("0-1", "two")).isEqualTo(2 * PredictBench.WINDOWS);
    }

    @Test
    void predictionsReadAgain_giveOneNewOrder() {
        bench.start();
        bench.publish("song", "0-1", "i1.f1", 0, PredictBench.WINDOWS);
        bench.orders(1);

        bench.replayEnsemble();

        assertThat(bench.orders(2)).extracting(MixOrder::getRevision).containsExactly(1, 2);
        bench.publish("song", "0-2", "i1.f1", 0, PredictBench.WINDOWS);
        assertThat(bench.orders(3)).extracting(MixOrder::getUploadId).containsExactly("0-1", "0-1", "0-2");
    }
}
