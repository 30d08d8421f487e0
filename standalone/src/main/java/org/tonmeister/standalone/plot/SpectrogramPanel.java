package org.tonmeister.standalone.plot;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tonmeister.standalone.sound.Spectrogram;

/** A spectrogram: the darker, the louder. */
final class SpectrogramPanel {
    private static final int HEIGHT = 300;
    private static final double SPAN_DB = 80;
    private static final double STEP_DB = 10;
    /** So that silence is white. */
    private static final double LOWEST_TOP_DB = -60;

    private static final int KEYS = 4;
    /** Sequential blues that print well; from C. Brewer's ColorBrewer. */
    private static final int[] SHADES = {0xFFFFFF, 0xDEEBF7, 0x9ECAE1, 0x4292C6, 0x08519C, 0x041E42};

    private SpectrogramPanel() {}

    static Panel of(Spectrogram spectrogram, Axis time) {
        Axis frequency = Axis.ofFrequency(Spectrogram.LOWEST_HZ, spectrogram.highestHz());
        double topDb = topDb(spectrogram);
        return new Panel(
                "Spectrogram",
                keys(topDb),
                time,
                frequency,
                HEIGHT,
                (graphics, width, height) ->
                        graphics.drawImage(image(width, height, spectrogram, time, topDb), 0, 0, null));
    }

    private static List<Panel.Key> keys(double topDb) {
        var keys = new ArrayList<Panel.Key>();
        for (int i = KEYS - 1; i >= 0; i--) {
            double level = -SPAN_DB * i / KEYS;
            String label =
                    String.format(Locale.ROOT, "%.0f", topDb + level) + (i == 0 ? " dB re a full-scale sine" : "");
            keys.add(Panel.Key.area(label, new Color(shade(1 + level / SPAN_DB))));
        }
        return keys;
    }

    /** The loudest line, rounded up. */
    private static double topDb(Spectrogram spectrogram) {
        double top = LOWEST_TOP_DB;
        for (int column = 0; column < spectrogram.columns(); column++) {
            for (int row = 0; row < spectrogram.rows(); row++) {
                top = Math.max(top, spectrogram.levelDb(column, row));
            }
        }
        return STEP_DB * Math.ceil(top / STEP_DB);
    }

    private static BufferedImage image(int width, int height, Spectrogram spectrogram, Axis time, double topDb) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            double seconds = (x + 0.5) / width * time.to();
            double column = (seconds - spectrogram.startSeconds()) / spectrogram.stepSeconds();
            for (int y = 0; y < height; y++) {
                double row = (height - y - 0.5) / height * spectrogram.rows() - 0.5;
                image.setRGB(x, y, shade(1 + (level(spectrogram, column, row) - topDb) / SPAN_DB));
            }
        }
        return image;
    }

    /** Between four values, in dB. */
    private static double level(Spectrogram spectrogram, double column, double row) {
        if (spectrogram.columns() == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double c = Math.max(0, Math.min(spectrogram.columns() - 1, column));
        double r = Math.max(0, Math.min(spectrogram.rows() - 1, row));
        int c0 = (int) c;
        int r0 = (int) r;
        int c1 = Math.min(c0 + 1, spectrogram.columns() - 1);
        int r1 = Math.min(r0 + 1, spectrogram.rows() - 1);
        double low = mix(spectrogram.levelDb(c0, r0), spectrogram.levelDb(c1, r0), c - c0);
        double high = mix(spectrogram.levelDb(c0, r1), spectrogram.levelDb(c1, r1), c - c0);
        return mix(low, high, r - r0);
    }

    private static double mix(double a, double b, double part) {
        return a + part * (b - a);
    }

    /** From white at 0 to dark at 1. */
    private static int shade(double level) {
        double place = Math.max(0, Math.min(1, level)) * (SHADES.length - 1);
        int below = (int) Math.min(SHADES.length - 2, place);
        int shade = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double channel = mix(SHADES[below] >> shift & 0xFF, SHADES[below + 1] >> shift & 0xFF, place - below);
            shade |= (int) Math.round(channel) << shift;
        }
        return shade;
    }
}
