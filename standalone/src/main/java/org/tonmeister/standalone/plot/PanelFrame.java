package org.tonmeister.standalone.plot;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;

/** What stands around a panel: heading and keys, grid, labels and titles of its axes. */
final class PanelFrame {
    private static final int HEADING_HEIGHT = 34;
    private static final int HEADING_BASELINE = 21;
    private static final int FOOT_HEIGHT = 44;
    private static final int TITLE_HEIGHT = 20;
    private static final int LABEL_GAP = 9;
    private static final int TITLE_OFFSET = 44;
    private static final int SAMPLE_WIDTH = 26;
    private static final int KEY_GAP = 24;
    private static final int EDGE = 4;
    private static final int LEFT = Design.MARGIN + Design.AXIS_WIDTH;

    private PanelFrame() {}

    /** Of the panel with all around it. */
    static int height(Panel panel) {
        int title = panel.x().title().isEmpty() ? 0 : TITLE_HEIGHT;
        return HEADING_HEIGHT + panel.height() + FOOT_HEIGHT + title;
    }

    /** @param top of the panel with all around it */
    static void paint(Graphics2D graphics, Panel panel, int top) {
        int y = top + HEADING_HEIGHT;
        heading(graphics, panel, top + HEADING_BASELINE);
        columns(graphics, panel, y);
        rows(graphics, panel, y);
        Graphics2D inside = (Graphics2D) graphics.create(LEFT, y, Design.INSIDE_WIDTH, panel.height());
        try {
            panel.content().paint(inside, Design.INSIDE_WIDTH, panel.height());
        } finally {
            inside.dispose();
        }
        graphics.setColor(Design.FRAME);
        graphics.setStroke(Design.HAIR);
        graphics.drawRect(LEFT, y, Design.INSIDE_WIDTH, panel.height());
    }

    private static void heading(Graphics2D graphics, Panel panel, int baseline) {
        graphics.setColor(Design.TEXT);
        graphics.setFont(Design.HEADING);
        graphics.drawString(panel.heading(), LEFT, baseline);
        int x = LEFT + graphics.getFontMetrics().stringWidth(panel.heading()) + KEY_GAP;
        graphics.setFont(Design.LABEL);
        for (Panel.Key key : panel.keys()) {
            graphics.setColor(key.colour());
            if (key.stroke().isPresent()) {
                graphics.setStroke(key.stroke().get());
                graphics.drawLine(x, baseline - 5, x + SAMPLE_WIDTH, baseline - 5);
            } else {
                graphics.fillRect(x, baseline - 11, SAMPLE_WIDTH, 12);
            }
            x += SAMPLE_WIDTH + 7;
            graphics.setColor(Design.TEXT);
            graphics.drawString(key.label(), x, baseline);
            x += graphics.getFontMetrics().stringWidth(key.label()) + KEY_GAP;
        }
    }

    private static void columns(Graphics2D graphics, Panel panel, int y) {
        graphics.setFont(Design.LABEL);
        graphics.setStroke(Design.HAIR);
        var metrics = graphics.getFontMetrics();
        int bottom = y + panel.height();
        int baseline = bottom + LABEL_GAP + metrics.getAscent();
        for (Axis.Mark mark : panel.x().marks()) {
            int x = LEFT + (int) Math.round(panel.x().fraction(mark.at()) * Design.INSIDE_WIDTH);
            graphics.setColor(Design.GRID);
            graphics.drawLine(x, y, x, bottom);
            int width = metrics.stringWidth(mark.label());
            int rightmost = Design.WIDTH - width - EDGE;
            graphics.setColor(Design.TEXT);
            graphics.drawString(mark.label(), Math.min(rightmost, x - width / 2), baseline);
        }
        graphics.setColor(Design.FAINT_TEXT);
        int middle = LEFT + (Design.INSIDE_WIDTH - metrics.stringWidth(panel.x().title())) / 2;
        graphics.drawString(panel.x().title(), middle, bottom + TITLE_OFFSET);
    }

    private static void rows(Graphics2D graphics, Panel panel, int top) {
        graphics.setFont(Design.LABEL);
        graphics.setStroke(Design.HAIR);
        var metrics = graphics.getFontMetrics();
        for (Axis.Mark mark : panel.y().marks()) {
            int y = top + (int) Math.round((1 - panel.y().fraction(mark.at())) * panel.height());
            graphics.setColor(Design.GRID);
            graphics.drawLine(LEFT, y, LEFT + Design.INSIDE_WIDTH, y);
            graphics.setColor(Design.TEXT);
            int x = LEFT - LABEL_GAP - metrics.stringWidth(mark.label());
            graphics.drawString(mark.label(), x, y + metrics.getAscent() / 2 - 1);
        }
        String title = panel.y().title();
        AffineTransform upright = graphics.getTransform();
        graphics.rotate(-Math.PI / 2, Design.MARGIN + metrics.getAscent(), top + panel.height() / 2.0);
        graphics.setColor(Design.FAINT_TEXT);
        graphics.drawString(
                title, Design.MARGIN + metrics.getAscent() - metrics.stringWidth(title) / 2, top + panel.height() / 2);
        graphics.setTransform(upright);
    }
}
