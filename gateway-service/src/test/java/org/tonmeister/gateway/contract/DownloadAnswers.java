package org.tonmeister.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.tonmeister.gateway.testing.OpenConnection;
import org.tonmeister.schemas.Topic;

/** What requests for files are answered with. */
final class DownloadAnswers {
    private final ContractGateway gateway;

    DownloadAnswers(ContractGateway gateway) {
        this.gateway = gateway;
    }

    void given() {
        for (String id : List.of("getOriginal", "getMixAudio")) {
            gateway.check(id, 200, "?download=1");
            gateway.check(id, 206, "", "Range", "bytes=0-0");
            gateway.check(id, 304, "", "If-None-Match", "*");
            gateway.check(id, 412, "", "If-Match", "\"another\"");
            gateway.check(id, 416, "", "Range", "bytes=99999999-");
        }
        for (String id : List.of("headOriginal", "headMixAudio")) {
            gateway.check(id, 200, "");
            gateway.check(id, 304, "", "If-None-Match", "*");
        }
    }

    void tooManyAtOnce() throws Exception {
        String line = "GET " + gateway.mixPath() + " HTTP/1.1";
        try (var slow = new OpenConnection(gateway.gateway().port(), "", line, ContractGateway.AUTHORIZATION)) {
            assertThat(slow.firstLine()).contains("200");
            gateway.check("getMixAudio", 503, "");
            gateway.check("getOriginal", 503, "");
        }
    }

    void gone() throws Exception {
        deleteRecords(Topic.UPLOAD_CHUNKS);
        deleteRecords(Topic.MIX_CHUNKS);
        gateway.check("getOriginal", 410, "");
        gateway.check("getMixAudio", 410, "");
    }

    private void deleteRecords(Topic topic) throws Exception {
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        for (int partition = 0; partition < 2; partition++) {
            all.put(new TopicPartition(gateway.pipeline().name(topic), partition), RecordsToDelete.beforeOffset(-1));
        }
        gateway.pipeline().admin().deleteRecords(all).all().get();
    }
}
