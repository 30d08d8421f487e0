package org.tonmeister.predict.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.model.ParameterRecords;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;
import org.tonmeister.schemas.record.LogRange;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.ModelAccount;
import org.tonmeister.schemas.record.ModelPart;
import org.tonmeister.schemas.record.TrackClosing;
import org.tonmeister.schemas.record.UploadAccount;

/** Writes the mix orders of an upload. Pure. */
final class OrderBook {
    private final EnsembleWeights weights;
    private final TopicCatalogue catalogue;

    OrderBook(EnsembleWeights weights, TopicCatalogue catalogue) {
        this.weights = weights;
        this.catalogue = catalogue;
    }

    /**
     * The orders for what was asked, each with the next revision of its variant.
     *
     * @param present models that have answered, all with complete accounts; not empty
     * @param missing the other enabled models
     * @throws OrderRefusedException if the options cannot be met
     */
    List<MixOrder> write(UploadAccount account, List<String> present, List<String> missing, MixOptions options)
            throws OrderRefusedException {
        var means = present.stream()
                .map(model -> WindowSums.mean(account.getModels().get(model)))
                .toList();
        var orders = new ArrayList<MixOrder>();
        for (String variant : Variants.asked(options.getVariant(), present, missing)) {
            boolean together = variant.equals(Variants.ENSEMBLE);
            double[][] shares =
                    together ? weights.shares(present) : sharesOfOne(present.indexOf(variant), present.size());
            var said = together ? weights.blend(means, shares) : alone(variant, present, means);
            var parameters = MixDirections.apply(options, said);
            var parts = parts(account, present, means, shares);
            orders.add(order(account, variant, parameters, parts, missing, options));
        }
        return orders;
    }

    /** The revisions after {@code orders} went out. */
    static Map<String, Integer> revisionsAfter(UploadAccount account, List<MixOrder> orders) {
        var revisions = new HashMap<>(account.getRevisions());
        orders.forEach(order -> revisions.put(order.getVariant(), order.getRevision()));
        return revisions;
    }

    private MixOrder order(
            UploadAccount account,
            String variant,
            Parameters parameters,
            List<ModelPart> parts,
            List<String> missing,
            MixOptions options) {
        int revision = account.getRevisions().getOrDefault(variant, 0) + 1;
        // After a replay of ingest only the newest pass points at audio that is surely still there.
        ModelAccount newest = parts.stream()
                .map(part -> account.getModels().get(part.getModel()))
                .max(Comparator.comparing(model -> PassRound.parse(model.getPass())))
                .orElseThrow();
        TrackClosing closing = newest.getClosing();
        return new MixOrder(
                account.getTrackId(),
                account.getUploadId(),
                account.getUploadId() + "/" + variant + "/" + revision,
                revision,
                variant,
                ParameterRecords.record(parameters),
                parts,
                missing,
                options,
                audio(newest, closing),
                closing.getFrames(),
                closing.getSampleRate(),
                closing.getSource(),
                closing.getNotes(),
                null);
    }

    private LogRange audio(ModelAccount account, TrackClosing closing) {
        return new LogRange(
                catalogue.name(Topic.AUDIO),
                account.getFirst().getPartition(),
                account.getFirst().getOffset(),
                account.getLast().getOffset(),
                closing.getRangeId(),
                closing.getWindows(),
                closing.getBytes(),
                closing.getSha256());
    }

    private Parameters alone(String model, List<String> models, List<Parameters> means) {
        return weights.alone(model, means.get(models.indexOf(model)));
    }

    private List<ModelPart> parts(
            UploadAccount account, List<String> models, List<Parameters> means, double[][] shares) {
        var parts = new ArrayList<ModelPart>();
        for (int m = 0; m < models.size(); m++) {
            ModelAccount own = account.getModels().get(models.get(m));
            parts.add(new ModelPart(
                    models.get(m),
                    own.getVersion(),
                    ParameterRecords.record(alone(models.get(m), models, means)),
                    ParameterRecords.record(shares[m]),
                    own.getNext()));
        }
        return parts;
    }

    private static double[][] sharesOfOne(int model, int models) {
        double[][] shares = new double[models][Parameters.COUNT];
        Arrays.fill(shares[model], 1);
        return shares;
    }
}
