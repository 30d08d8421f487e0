package org.tonmeister.standalone.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubernetes.client.custom.Quantity;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field there is, where it is, in Kubernetes' own models. */
class ManifestTypesTest {
    static List<Manifest> all() throws IOException {
        return Manifest.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyManifest_hasTheFieldsOfItsType(Manifest manifest) throws IOException {
        KubernetesModels.check(manifest);

        assertThat(manifest.kind()).isNotEmpty();
    }

    @Test
    void aMisspeltField_isRefused() throws IOException {
        var deployment = Manifest.ofKind("Deployment").get(0);
        ((ObjectNode) deployment.at("/spec/template/spec/containers/0")).put("imagePullPolice", "Always");

        assertThatThrownBy(() -> KubernetesModels.check(deployment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("imagePullPolice");
    }

    @Test
    void aMissingField_isRefused() throws IOException {
        var deployment = Manifest.ofKind("Deployment").get(0);
        ((ObjectNode) deployment.at("/spec")).remove("selector");

        assertThatThrownBy(() -> KubernetesModels.check(deployment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("selector");
    }

    @Test
    void aMisspeltFieldOfKedas_isRefused() throws IOException {
        var scaled = Manifest.ofKind("ScaledObject").get(0);
        ((ObjectNode) scaled.at("/spec/triggers/0/metadata")).put("lagTreshold", "5");

        assertThatThrownBy(() -> KubernetesModels.check(scaled))
                .isInstanceOf(UnrecognizedPropertyException.class)
                .hasMessageContaining("lagTreshold");
    }

    @ParameterizedTest
    @MethodSource("all")
    void quantities_canBeRead_andNoneIsAskedForBeyondItsLimit(Manifest manifest) {
        StreamSupport.stream(manifest.at("/spec/template/spec/containers").spliterator(), false)
                .map(container -> container.path("resources"))
                .forEach(resources -> resources.path("limits").properties().forEach(limit -> {
                    BigDecimal most = number(limit.getValue().asText());
                    assertThat(number(
                                    resources.at("/requests/" + limit.getKey()).asText()))
                            .isPositive()
                            .isLessThanOrEqualTo(most);
                }));
    }

    private static BigDecimal number(String quantity) {
        return Quantity.fromString(quantity).getNumber();
    }
}
