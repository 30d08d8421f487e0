package org.tonmeister.standalone.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FontsTest {
    @Test
    void whatJavaThrowsWithoutFonts_isExplained() {
        assertThat(Fonts.explain(new Error("Probable fatal error: No physical fonts found.")))
                .hasMessageContaining("apt-get install fontconfig")
                .hasMessageNotContaining("\n");
        assertThat(Fonts.explain(new RuntimeException("Fontconfig head is null, check your fonts")))
                .hasMessageContaining("finds no fonts");
        assertThat(Fonts.explain(new UnsatisfiedLinkError("libfreetype.so.6: cannot open shared object file")))
                .hasMessageContaining("finds no fonts");
        assertThat(Fonts.explain(new UnsatisfiedLinkError("libawt_headless.so: cannot open")))
                .hasMessageContaining("cannot draw");
    }

    @Test
    void otherFaults_areThrownOn() {
        var fault = new IllegalStateException("a mistake in a picture");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Fonts.explain(fault))
                .isSameAs(fault);
        assertThatThrownBy(() -> Fonts.explain(new OutOfMemoryError("Java heap space")))
                .isInstanceOf(OutOfMemoryError.class);
    }
}
