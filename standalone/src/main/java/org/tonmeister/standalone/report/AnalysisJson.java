package org.tonmeister.standalone.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.tonmeister.audio.analysis.AverageSpectrum;
import org.tonmeister.audio.analysis.FrequencyBand;
import org.tonmeister.audio.analysis.TrackAnalysis;
import org.tonmeister.audio.codec.SourceInfo;
import org.tonmeister.standalone.sound.FileAnalysis;
import org.tonmeister.standalone.sound.ToneBands;

/**
 * Analyses as a JSON array, written one by one. Names are those of the mix's report where it has the same figure. Levels
 * and ratios are rounded to thousandths.
 */
public final class AnalysisJson implements Closeable {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final double THOUSANDTHS = 1e3;
    private static final double BILLIONTHS = 1e9;

    private final JsonGenerator array;

    /** @param out stays open */
    public AnalysisJson(OutputStream out) throws IOException {
        array = new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter();
        array.writeStartArray();
    }

    /** Adds an object. */
    public void add(FileAnalysis analysis) throws IOException {
        array.writeTree(of(analysis));
        array.flush();
    }

    /** Ends the array. */
    @Override
    public void close() throws IOException {
        array.writeEndArray();
        array.writeRaw('\n');
        array.close();
    }

    private static ObjectNode of(FileAnalysis analysis) {
        ObjectNode node = NODES.objectNode();
        node.put("file", analysis.path().toString());
        addSource(node, analysis.info());
        addFigures(node, analysis.figures());
        AverageSpectrum spectrum = analysis.figures().spectrum();
        node.set("eqBands", bands(spectrum, ToneBands.below(spectrum.nyquistHz())));
        node.set("thirdOctaves", bands(spectrum, FrequencyBand.thirdOctaves(spectrum.nyquistHz())));
        ArrayNode notes = node.putArray("notes");
        analysis.notes().forEach(notes::add);
        return node;
    }

    private static void addSource(ObjectNode node, SourceInfo info) {
        node.put("container", info.container());
        node.put("codec", info.codec());
        node.put("lossy", info.lossy());
        node.put("channels", info.channels());
        node.put("channelLayout", info.channelLayout());
        // A lossy codec has no bits of its own.
        node.put("bitsPerSample", info.lossy() ? null : (Integer) info.bitsPerSample());
        node.put("sampleRate", info.sampleRate());
    }

    private static void addFigures(ObjectNode node, TrackAnalysis figures) {
        var loudness = figures.measurement().loudness();
        node.put("frames", figures.frames());
        node.put("seconds", rounded(figures.seconds(), THOUSANDTHS));
        node.put("lufs", db(loudness.integratedLufs()));
        node.put("lra", db(loudness.rangeLu()));
        node.put("maxMomentaryLufs", db(loudness.maxMomentaryLufs()));
        node.put("maxShortTermLufs", db(loudness.maxShortTermLufs()));
        node.put("truePeakDbtp", db(figures.measurement().truePeakDbtp()));
        node.put("samplePeakDbfs", db(figures.samplePeakDbfs()));
        node.put("rmsDbfs", db(figures.rmsDbfs()));
        node.put("crestDb", db(figures.crestDb()));
        node.put("plrLu", db(figures.peakToLoudnessLu()));
        node.put("midDbfs", db(figures.midDbfs()));
        node.put("sideDbfs", db(figures.sideDbfs()));
        node.put("sideToMidDb", db(figures.sideToMidDb()));
        node.put("correlation", rounded(figures.correlation(), BILLIONTHS));
        node.put("dcLeft", rounded(figures.dcLeft(), BILLIONTHS));
        node.put("dcRight", rounded(figures.dcRight(), BILLIONTHS));
        node.put("dcDbfs", db(figures.dcDbfs()));
    }

    private static ArrayNode bands(AverageSpectrum spectrum, List<FrequencyBand> bands) {
        ArrayNode array = NODES.arrayNode();
        for (FrequencyBand band : bands) {
            array.addObject()
                    .put("band", band.name())
                    .put("fromHz", rounded(band.lowHz(), THOUSANDTHS))
                    .put("toHz", rounded(band.highHz(), THOUSANDTHS))
                    .put("relativeDb", db(spectrum.relativeDb(band)));
        }
        return array;
    }

    private static double db(double value) {
        return rounded(value, THOUSANDTHS);
    }

    private static double rounded(double value, double steps) {
        return Math.round(value * steps) / steps;
    }
}
