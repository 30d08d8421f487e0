package org.tonmeister.standalone.command;

import picocli.CommandLine.Option;

/** Whether a picture is wanted. */
final class PlotOption {
    @Option(names = "--plot", description = "draws a picture too, as PNG")
    private boolean plot;

    boolean isWanted() {
        return plot;
    }
}
