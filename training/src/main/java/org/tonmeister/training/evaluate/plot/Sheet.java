package org.tonmeister.training.evaluate.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.internal.chartpart.Chart;

/** Charts of one size side by side in a PNG. */
final class Sheet {
    /** Told apart by people who see few colours, too. */
    static final List<Color> COLOURS = List.of(
            new Color(0x1b6ca8),
            new Color(0xc77d0a),
            new Color(0x3a7d44),
            new Color(0xd1495b),
            new Color(0x8f5db7),
            new Color(0x6b7280),
            new Color(0x00a6a6),
            new Color(0x7a4419),
            new Color(0xe39fc2),
            new Color(0x2d2a32));

    private Sheet() {}

    static void write(Path png, List<? extends Chart<?, ?>> charts, int columns, int width, int height)
            throws IOException {
        int rows = (charts.size() + columns - 1) / columns;
        var picture = new BufferedImage(columns * width, rows * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (int i = 0; i < charts.size(); i++) {
            var part = (Graphics2D) canvas.create(i % columns * width, i / columns * height, width, height);
            charts.get(i).paint(part, width, height);
            part.dispose();
        }
        canvas.dispose();
        Files.createDirectories(png.toAbsolutePath().getParent());
        ImageIO.write(picture, "png", png.toFile());
    }
}
