package org.tonmeister.benchmarks.mixes;

import java.util.List;
import java.util.Locale;

/** The results as Markdown, and what counts as a fault. */
final class MixTable {
    private static final double MOST_OVER_DB = 0.1;
    private static final double MOST_DC_DBFS = -60;

    private MixTable() {}

    static boolean isSound(MixRow row) {
        return row.overCeilingDb() <= MOST_OVER_DB
                && row.dcDbfs() <= MOST_DC_DBFS
                && row.notNumbers() == 0
                && row.clicks().isEmpty();
    }

    static String of(List<MixRow> rows) {
        var text = new StringBuilder("# Mixes with random parameters\n\n"
                + "Made by `benchmarks/bench mixes`: tracks of the test split, each of the ten parameters uniform over"
                + " its whole range, ceiling −1 dBTP. True peak, DC offset and NaN by FFmpeg's `ebur128` and `astats`,"
                + " from the finished file.\n\n");
        long sound = rows.stream().filter(MixTable::isSound).count();
        int injected = rows.stream().mapToInt(MixRow::injected).sum();
        int found = rows.stream().mapToInt(MixRow::found).sum();
        text.append(format(
                "%d of %d mixes are without fault. The highest true peak is %+.2f dB over the ceiling, the largest DC"
                        + " offset %.0f dBFS.%n%n",
                sound,
                rows.size(),
                rows.stream().mapToDouble(MixRow::overCeilingDb).max().orElseThrow(),
                rows.stream().mapToDouble(MixRow::dcDbfs).max().orElseThrow()));
        text.append(format(
                "A discontinuity is a cell of 5 ms whose linear-prediction error stands out of its surroundings three"
                        + " times as much as anything in the source up to 0.8 s before, or as much more as the compressor"
                        + " takes off, whose attack lets a drum's through; the first and last 50 ms are"
                        + " left out, as some sources are cut in mid-wave. It is searched for before the encoder, as a"
                        + " lossy codec has surprises of its own. To see what this search can find, jumps of"
                        + " 0.3 of full scale were added to the same mixes, whatever music was playing: it found"
                        + " %d of %d.%n%n",
                found, injected));
        text.append("| track | format | LUFS | over ceiling, dB | DC, dBFS | NaN | discontinuities | encodings |\n"
                + "|---|---|---|---|---|---|---|---|\n");
        rows.forEach(row -> text.append(row(row)));
        return text.toString();
    }

    static String row(MixRow row) {
        return format(
                "| %s | %s | %.1f | %+.2f | %.0f | %d | %s | %d |%n",
                row.track(),
                row.format(),
                row.lufs(),
                row.overCeilingDb(),
                row.dcDbfs(),
                row.notNumbers(),
                row.clicks().isEmpty() ? "0" : row.clicks().size() + " at " + times(row.clicks()),
                row.encodings());
    }

    private static String times(List<Double> seconds) {
        return String.join(
                ", ",
                seconds.stream().limit(3).map(time -> format("%.2f s", time)).toList());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
