package org.tonmeister.standalone.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;

/**
 * One of the pictures on a sheet.
 *
 * @param heading what it shows
 * @param keys what its colours are, in the order of the heading's row
 * @param height inside the axes, pixels
 */
record Panel(String heading, List<Key> keys, Axis x, Axis y, int height, Content content) {
    /**
     * A sample of a line or an area, and what it is.
     *
     * @param stroke empty for an area
     */
    record Key(String label, Color colour, Optional<BasicStroke> stroke) {
        static Key line(String label, Color colour, BasicStroke stroke) {
            return new Key(label, colour, Optional.of(stroke));
        }

        static Key area(String label, Color colour) {
            return new Key(label, colour, Optional.empty());
        }
    }

    /** Paints what is inside the axes. */
    @FunctionalInterface
    interface Content {
        /** Fills the graphics from its origin to width and height, which the axes' ends fall on. */
        void paint(Graphics2D graphics, int width, int height);
    }
}
