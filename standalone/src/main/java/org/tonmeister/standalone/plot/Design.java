package org.tonmeister.standalone.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;

/**
 * What all pictures have in common. Colours are from M. Okabe and K. Ito, "Color Universal Design", 2002: people who see
 * fewer colours can tell them apart.
 */
final class Design {
    static final int WIDTH = 1600;
    static final int MARGIN = 28;
    /** Left of the axes, for their labels. */
    static final int AXIS_WIDTH = 84;

    static final int INSIDE_WIDTH = WIDTH - 2 * MARGIN - AXIS_WIDTH;

    /** Time marks on the whole width at most, so that labels such as 1:20:00 have room. */
    static final int MOST_TIMES = 16;

    static final Color BACKGROUND = Color.WHITE;
    static final Color TEXT = new Color(0x222222);
    static final Color FAINT_TEXT = new Color(0x5A5A5A);
    static final Color GRID = new Color(0xE4E4E4);
    static final Color FRAME = new Color(0xBBBBBB);

    static final Color BLUE = new Color(0x0072B2);
    static final Color LIGHT_BLUE = new Color(0x8CC4E6);
    static final Color ORANGE = new Color(0xE69F00);
    static final Color VERMILLION = new Color(0xD55E00);
    static final Color GREY = new Color(0x8A8A8A);
    static final Color LIGHT_GREY = new Color(0xCFCFCF);
    static final Color BLACK = new Color(0x222222);

    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 26);
    static final Font SUBTITLE = new Font(Font.SANS_SERIF, Font.PLAIN, 17);
    static final Font HEADING = new Font(Font.SANS_SERIF, Font.BOLD, 16);
    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

    static final BasicStroke HAIR = new BasicStroke(1);
    static final BasicStroke THIN = new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final BasicStroke LINE = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final BasicStroke DASHED =
            new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {9, 6}, 0);
    static final BasicStroke DOTTED =
            new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {3, 4}, 0);

    private Design() {}
}
