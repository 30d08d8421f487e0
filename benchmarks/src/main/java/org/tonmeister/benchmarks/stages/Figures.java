package org.tonmeister.benchmarks.stages;

/**
 * Everything at one rate.
 *
 * @param sampleRate Hz
 */
record Figures(
        int sampleRate,
        WholeFigures whole,
        CompressorFigures compressor,
        EqualiserFigures equaliser,
        ReverbFigures reverb,
        DelayFigures delay,
        WidthFigures width,
        LimiterFigures limiter,
        MeterFigures meters) {
    static Figures at(int rate) {
        return new Figures(
                rate,
                WholeFigures.at(rate),
                CompressorFigures.at(rate),
                EqualiserFigures.at(rate),
                ReverbFigures.at(rate),
                DelayFigures.at(rate),
                WidthFigures.at(rate),
                LimiterFigures.at(rate),
                MeterFigures.at(rate));
    }
}
