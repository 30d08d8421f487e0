package org.tonmeister.standalone.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** A title and panels one below the other, their axes in line. */
final class Sheet {
    private static final int TITLE_HEIGHT = 84;
    private static final int TITLE_BASELINE = 26;
    private static final int SUBTITLE_BASELINE = 58;
    private static final String ELLIPSIS = "…";

    private final String title;
    private final String subtitle;
    private final List<Panel> panels;

    Sheet(String title, String subtitle, List<Panel> panels) {
        this.title = title;
        this.subtitle = subtitle;
        this.panels = panels;
    }

    BufferedImage paint() {
        int height = Design.MARGIN + TITLE_HEIGHT;
        for (Panel panel : panels) {
            height += PanelFrame.height(panel);
        }
        var image = new BufferedImage(Design.WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setColor(Design.BACKGROUND);
            graphics.fillRect(0, 0, Design.WIDTH, height);
            text(graphics, Design.TITLE, Design.TEXT, title, Design.MARGIN + TITLE_BASELINE);
            text(graphics, Design.SUBTITLE, Design.FAINT_TEXT, subtitle, Design.MARGIN + SUBTITLE_BASELINE);
            int y = Design.MARGIN + TITLE_HEIGHT;
            for (Panel panel : panels) {
                PanelFrame.paint(graphics, panel, y);
                y += PanelFrame.height(panel);
            }
        } finally {
            graphics.dispose();
        }
        return image;
    }

    /** Cut at the right margin. */
    private static void text(Graphics2D graphics, Font font, Color colour, String text, int baseline) {
        graphics.setFont(font);
        graphics.setColor(colour);
        var metrics = graphics.getFontMetrics();
        String shown = text;
        while (metrics.stringWidth(shown) > Design.WIDTH - 2 * Design.MARGIN) {
            shown = shown.substring(0, Math.max(0, shown.length() - 2)) + ELLIPSIS;
        }
        graphics.drawString(shown, Design.MARGIN, baseline);
    }
}
