package org.tonmeister.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
    /** SHA-256 of "abc" (FIPS 180-2, appendix B.1). */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void find_knowsATokenByItsHash() throws Exception {
        var tokens = Tokens.parse(List.of("# a comment", "", "studio upload,read " + ABC));

        assertThat(tokens.find("abc")).hasValueSatisfying(caller -> {
            assertThat(caller.name()).isEqualTo("studio");
            assertThat(caller.scopes()).containsExactlyInAnyOrder(Scope.UPLOAD, Scope.READ);
        });
        assertThat(tokens.find("abd")).isEmpty();
        assertThat(tokens.find(ABC)).as("the hash is not the token").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "studio upload | line 1: must be a name, scopes between commas, and a SHA-256 in hex",
                "studio upload abc | line 1: the last word must be the token's SHA-256 in hex, 64 digits",
                "studio write " + ABC + " | line 1: there is no scope 'write': there are upload, read and admin",
                "# nothing | must hold at least one token"
            })
    void parse_saysWhatIsWrong(String line, String message) {
        assertThatThrownBy(() -> Tokens.parse(List.of(line)))
                .isInstanceOf(InvalidTokensException.class)
                .hasMessage(message);
    }
}
