package org.tonmeister.training.compare.page;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tonmeister.training.compare.result.Comparison;
import org.tonmeister.training.compare.result.Figures;
import org.tonmeister.training.compare.result.Song;
import org.tonmeister.training.compare.result.Version;
import org.tonmeister.training.compare.result.Version.Kind;

/** What the song is, and who was asked. */
final class Facts {
    private static final String MODELS = "Models";

    private final Comparison comparison;

    Facts(Comparison comparison) {
        this.comparison = comparison;
    }

    Markup heading() {
        Song song = comparison.song();
        var page = new Markup().open("header").element("p", "Tonmeister · comparison", "class", "kind");
        page.element("h1", song.heading());
        String byLine = Stream.of("artist", "album", "date")
                .map(tag -> song.tags().getOrDefault(tag, "").strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
        if (!byLine.isEmpty()) {
            page.element("p", byLine, "class", "by");
        }
        return page.close();
    }

    Markup list() {
        var page = new Markup().open("dl", "class", "facts");
        facts().forEach((name, text) -> page.open("div", "class", name.equals(MODELS) ? "wide" : null)
                .element("dt", name)
                .element("dd", text)
                .close());
        page.close();
        comparison.song().notes().forEach(note -> page.element("p", "The file: " + note + ".", "class", "note"));
        comparison
                .leftOut()
                .forEach(left ->
                        page.element("p", left.model() + " was not asked: " + left.reason() + ".", "class", "note"));
        return page;
    }

    private Map<String, String> facts() {
        Song song = comparison.song();
        Figures figures = comparison.original().figures();
        var facts = new LinkedHashMap<String, String>();
        facts.put("File", song.name());
        facts.put("Format", format(song));
        facts.put("Length", Amounts.time(song.seconds()) + ", " + song.windows() + " windows");
        facts.put(
                "Loudness",
                Amounts.plain(figures.lufs(), 1) + " LUFS, range " + Amounts.plain(figures.rangeLu(), 1) + " LU");
        facts.put("True peak", Amounts.plain(figures.truePeakDbtp(), 1) + " dBTP");
        if (comparison.reference() != null) {
            facts.put("Reference", comparison.reference().name());
        }
        facts.put("Ensemble", "weights " + comparison.ensembleWeights());
        facts.put("Mixes", mixes());
        facts.put(
                MODELS,
                comparison.versions().stream()
                        .filter(version -> version.kind() == Kind.MODEL && !version.withReference())
                        .map(version -> version.model() + " " + version.modelVersion())
                        .collect(Collectors.joining(", ")));
        return facts;
    }

    private static String format(Song song) {
        String channels =
                switch (song.channels()) {
                    case 1 -> "mono";
                    case 2 -> "stereo";
                    default -> song.channels() + " channels";
                };
        String bits = song.bitsPerSample() == 0 ? "" : song.bitsPerSample() + " bit, ";
        String codec = song.codec().equals(song.container()) ? song.codec() : song.codec() + " in " + song.container();
        return String.format(Locale.ROOT, "%s, %s%.1f kHz, %s", codec, bits, song.sampleRate() / 1000.0, channels);
    }

    private String mixes() {
        String loudness = comparison.loudnessLufs() == null
                ? "as loud as the models say"
                : Amounts.plain(comparison.loudnessLufs(), 1) + " LUFS";
        long count = comparison.versions().stream()
                .filter(version -> version.kind() != Kind.ORIGINAL)
                .map(Version::id)
                .count();
        return count + " as " + comparison.format() + ", " + loudness;
    }
}
