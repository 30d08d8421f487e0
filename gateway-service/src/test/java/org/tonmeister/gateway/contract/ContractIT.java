package org.tonmeister.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;

/**
 * Every path and every status of openapi.json, each answer held against it. One gateway serves all of it, so the order
 * counts: what makes things comes before what takes them away.
 */
@ExtendWith(SharedBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContractIT {
    private ContractGateway gateway;
    private UploadAnswers uploads;
    private TrackAnswers tracks;
    private DownloadAnswers downloads;
    private OperationsAnswers operations;
    private AccessAnswers access;

    @BeforeAll
    void start(TestBroker broker, @TempDir Path temp) throws Exception {
        gateway = new ContractGateway(broker, temp);
        uploads = new UploadAnswers(gateway);
        tracks = new TrackAnswers(gateway);
        downloads = new DownloadAnswers(gateway);
        operations = new OperationsAnswers(gateway);
        access = new AccessAnswers(gateway);
    }

    @AfterAll
    void everythingDescribed_wasSeen() {
        gateway.close();
        assertThat(gateway.contract().unseen()).as("described but never seen").isEmpty();
    }

    @Test
    @Order(1)
    void tracks_mixes_filesAndThePipeline_areTold() throws Exception {
        tracks.told();
        downloads.given();
        operations.told();
        operations.hangingTransactions();
    }

    @Test
    @Order(2)
    void uploads_areTaken() {
        uploads.taken();
    }

    @Test
    @Order(3)
    void uploads_areRefused() {
        uploads.refused();
        uploads.refusedForms();
    }

    @Test
    @Order(4)
    void requestsThatMakeNoSense_areRefused() {
        tracks.refused();
        access.nothingThere();
    }

    @Test
    @Order(5)
    void whatComesTooEarly_isRefused() {
        tracks.tooEarly();
    }

    @Test
    @Order(6)
    void theSameAtOnce_andTooMuchAtOnce_areRefused() throws Exception {
        uploads.theSameAtOnce_andTooManyAtOnce();
        downloads.tooManyAtOnce();
    }

    @Test
    @Order(7)
    void events_areTold() throws Exception {
        tracks.events();
    }

    @Test
    @Order(8)
    void strangers_areNotLetIn() {
        access.strangers();
    }

    @Test
    @Order(9)
    void whoAsksTooOften_isToldToWait() throws Exception {
        access.tooOften();
    }

    @Test
    @Order(10)
    void withoutABroker_andAtItsEnd_itSaysSo() throws Exception {
        access.noBroker_andThenTheEnd();
    }

    @Test
    @Order(11)
    void whatExpired_isGone() throws Exception {
        downloads.gone();
    }

    @Test
    @Order(12)
    void deadLetters_areRedriven_andTracksDeleted() {
        operations.redriven();
        tracks.deleted();
    }
}
