package org.tonmeister.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.gateway.http.Limits;
import org.tonmeister.pipeline.settings.EnvironmentReader;
import org.tonmeister.pipeline.settings.InvalidSettingException;

class GatewaySettingsTest {
    @TempDir
    private Path folder;

    @Test
    void defaults() {
        var settings = GatewaySettings.read(new EnvironmentReader(Map.of()));

        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.tokens()).isEmpty();
        assertThat(settings.origins()).isEmpty();
        assertThat(settings.limits()).isEqualTo(new Limits(4L << 30, 32, 64, 256, 100));
        assertThat(settings.drain()).hasSeconds(12);
    }

    @Test
    void everyVariable() throws Exception {
        Path tokens = Files.writeString(folder.resolve("tokens"), "studio read " + "0".repeat(64));

        var settings = GatewaySettings.read(new EnvironmentReader(Map.of(
                "TONMEISTER_HTTP_DRAIN_SECONDS", "6",
                "TONMEISTER_HTTP_HOST", "0.0.0.0",
                "TONMEISTER_HTTP_PORT", "0",
                "TONMEISTER_TOKENS", tokens.toString(),
                "TONMEISTER_HTTP_ORIGINS", "https://a.example, https://b.example",
                "TONMEISTER_HTTP_UPLOAD_MIB", "1",
                "TONMEISTER_HTTP_UPLOADS", "2",
                "TONMEISTER_HTTP_DOWNLOADS", "3",
                "TONMEISTER_HTTP_EVENT_STREAMS", "4",
                "TONMEISTER_HTTP_REQUESTS_PER_SECOND", "5")));

        assertThat(settings.host()).isEqualTo("0.0.0.0");
        assertThat(settings.port()).isZero();
        assertThat(settings.tokens()).isPresent();
        assertThat(settings.origins()).isEqualTo(List.of("https://a.example", "https://b.example"));
        assertThat(settings.limits()).isEqualTo(new Limits(1 << 20, 2, 3, 4, 5));
        assertThat(settings.drain()).hasSeconds(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void withoutTokens_onlyThisMachineIsLetIn(String host) {
        assertThatThrownBy(() -> GatewaySettings.read(new EnvironmentReader(Map.of("TONMEISTER_HTTP_HOST", host))))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("TONMEISTER_HTTP_HOST is '" + host + "'")
                .hasMessageContaining("TONMEISTER_TOKENS");
    }

    @Test
    void withoutTokens_anyAddressWillDo_ifItsPortIsPublishedOnLoopbackOnly() {
        var settings = GatewaySettings.read(new EnvironmentReader(
                Map.of("TONMEISTER_HTTP_HOST", "0.0.0.0", "TONMEISTER_HTTP_PUBLISHED_ON_LOOPBACK", "true")));

        assertThat(settings.host()).isEqualTo("0.0.0.0");
        assertThat(settings.tokens()).isEmpty();
    }

    @Test
    void aFileOfTokensThatIsNotThere_isTold() {
        var environment = new EnvironmentReader(
                Map.of("TONMEISTER_TOKENS", folder.resolve("none").toString()));

        assertThatThrownBy(() -> GatewaySettings.read(environment))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("must be a file that can be read");
    }
}
