package org.tonmeister.predict.ensemble;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.model.ParameterRecords;
import org.tonmeister.schemas.record.MixFormat;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.Prediction;
import org.tonmeister.schemas.record.RecordPointer;
import org.tonmeister.schemas.record.SourceDescription;
import org.tonmeister.schemas.record.TrackClosing;

/**
 * An upload of some windows, and what models say of it: numbers drawn from the model's name and the window, so that
 * every pass of a model says the same.
 */
record TestTrack(String trackId, String uploadId, int windows, MixOptions options, long firstOffset) {
    static final MixOptions DEFAULTS = MixOptions.newBuilder().build();

    static TestTrack of(int windows) {
        return new TestTrack("song", "0-17", windows, DEFAULTS, 100);
    }

    TestTrack upload(String id) {
        return new TestTrack(trackId, id, windows, options, firstOffset);
    }

    TestTrack audioFrom(long offset) {
        return new TestTrack(trackId, uploadId, windows, options, offset);
    }

    TestTrack options(MixOptions asked) {
        return new TestTrack(trackId, uploadId, windows, asked, firstOffset);
    }

    TestTrack variant(String variant) {
        return options(MixOptions.newBuilder(options).setVariant(variant).build());
    }

    /** All predictions of a model in a pass, in order. */
    List<Prediction> pass(String model, String pass, String modelPass) {
        return windows(model, pass, modelPass, 0, windows);
    }

    /** Predictions from window {@code from} to before {@code to}. */
    List<Prediction> windows(String model, String pass, String modelPass, int from, int to) {
        var predictions = new ArrayList<Prediction>();
        for (int window = from; window < to; window++) {
            predictions.add(prediction(model, pass, modelPass, window, weight(model, window), values(model, window)));
        }
        return predictions;
    }

    Prediction prediction(
            String model, String pass, String modelPass, int window, double weight, Parameters parameters) {
        return new Prediction(
                trackId,
                uploadId,
                pass,
                model,
                model + "-v1",
                modelPass,
                window,
                new RecordPointer(3, firstOffset + 2L * window),
                weight,
                ParameterRecords.record(parameters),
                window == windows - 1 ? closing() : null);
    }

    TrackClosing closing() {
        return new TrackClosing(
                windows,
                windows * 220_500L,
                44_100,
                "range-" + uploadId,
                windows * 882_000L,
                ByteBuffer.wrap(new byte[32]),
                new SourceDescription("song.mp3", "mp3", "mp3", 44_100, 2, 16, true),
                options,
                List.of("A note."));
    }

    static Parameters values(String model, int window) {
        var random = new Random(31L * model.hashCode() + window);
        return Parameters.of(random.doubles(Parameters.COUNT).toArray());
    }

    static double weight(String model, int window) {
        return new Random(model.length() + 7L * window).nextDouble();
    }

    /** The mean by the definition: Σ w·p / Σ w. */
    double[] mean(String model) {
        double[] sums = new double[Parameters.COUNT];
        double weights = 0;
        for (int window = 0; window < windows; window++) {
            weights += weight(model, window);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weight(model, window) * values(model, window).toArray()[i];
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= weights;
        }
        return sums;
    }

    static MixOptions strength(double overall, Map<String, Double> stages, Map<String, Double> overrides) {
        return MixOptions.newBuilder()
                .setFormat(MixFormat.MP3)
                .setStrength(overall)
                .setStageStrengths(stages)
                .setOverrides(overrides)
                .build();
    }
}
