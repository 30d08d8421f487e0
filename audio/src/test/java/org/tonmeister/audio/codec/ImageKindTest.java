package org.tonmeister.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ImageKindTest {
    @Test
    void kindAndSize_areReadFromTheBytes() {
        assertThat(ImageKind.of(Covers.picture("png", 23))).contains(new ImageKind("image/png", 23, 23));
        assertThat(ImageKind.of(Covers.picture("jpg", 40))).contains(new ImageKind("image/jpeg", 40, 40));
    }

    @Test
    void cutPictures_stillHaveAKind() {
        assertThat(ImageKind.of(Arrays.copyOf(Covers.jpeg(), 8))).contains(new ImageKind("image/jpeg", 0, 0));
    }

    @Test
    void otherBytes_haveNone() {
        assertThat(ImageKind.of("GIF89a and so on and so on".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(ImageKind.of(new byte[0])).isEmpty();
    }
}
