package org.tonmeister.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.gateway.testing.GatewayProcess;
import org.tonmeister.gateway.testing.OpenConnection;
import org.tonmeister.gateway.testing.RunningGateway;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.Topic;

/** The end of a gateway that has work in hand. */
@ExtendWith(SharedBroker.class)
class GracefulStopIT {
    @TempDir
    private Path folder;

    @Test
    void anUploadInHand_isFinished_andNoNewOneTaken(TestBroker broker) throws Exception {
        try (var pipeline = new TestPipeline(broker);
                var gateway = GatewayProcess.start(pipeline, folder, "256m");
                var upload =
                        new OpenConnection(gateway.port(), "mu", "PUT /v1/tracks/song HTTP/1.1", "Content-Length: 5")) {
            // When
            gateway.terminate();
            await().atMost(RunningGateway.PATIENCE).until(() -> !accepts(gateway.port()));
            upload.send("sic");

            // Then
            assertThat(upload.firstLine()).isEqualTo("HTTP/1.1 202 Accepted");
            assertThat(gateway.awaitEnd()).isTrue();
            assertThat(pipeline.committed(Topic.UPLOADS)).hasSize(1);
        }
    }

    @SuppressWarnings("try") // The connection is only opened.
    private static boolean accepts(int port) {
        try (var connection = new OpenConnection(port, "", "GET /openapi.json HTTP/1.1")) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
