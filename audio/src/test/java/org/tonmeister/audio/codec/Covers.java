package org.tonmeister.audio.codec;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Small pictures. */
final class Covers {
    private Covers() {}

    static byte[] png() {
        return picture("png", 16);
    }

    static byte[] jpeg() {
        return picture("jpg", 16);
    }

    /** A picture of {@code size} times {@code size} pixels that no format can compress. */
    static byte[] picture(String format, int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        long state = 1;
        for (int x = 0; x < size; x++) {
            for (int y = 0; y < size; y++) {
                state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
                image.setRGB(x, y, (int) (state >>> 40));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
