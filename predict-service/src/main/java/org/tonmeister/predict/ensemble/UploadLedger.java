package org.tonmeister.predict.ensemble;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonmeister.pipeline.worker.RejectionReason;
import org.tonmeister.predict.ensemble.Entry.Intake;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.ModelAccount;
import org.tonmeister.schemas.record.Prediction;
import org.tonmeister.schemas.record.UploadAccount;

/**
 * The ensemble's rules. Each call takes an upload's account and gives the account that follows, and what is to be sent;
 * nothing is kept here, and times are given.
 */
final class UploadLedger {
    private final EnsembleSettings settings;
    private final Passes passes;
    private final OrderBook orderBook;

    UploadLedger(EnsembleSettings settings) {
        this.settings = settings;
        this.passes = new Passes(settings.models());
        this.orderBook = new OrderBook(settings.weights(), settings.catalogue());
    }

    /** The account of an upload nothing is known of yet. */
    static UploadAccount open(String trackId, String uploadId) {
        return new UploadAccount(trackId, uploadId, Map.of(), Map.of(), 0L, 0L);
    }

    /**
     * Counts a prediction. Window 0 begins its model's account anew; after it only the next window counts.
     *
     * @throws IllegalArgumentException if the prediction contradicts itself
     */
    Entry add(UploadAccount upload, Prediction prediction, long nowMs) {
        var own = upload.getModels().get(prediction.getModel());
        int window = prediction.getWindow();
        if (!settings.models().contains(prediction.getModel())) {
            return new Entry(upload, Intake.NOT_ENABLED, Answer.NONE);
        }
        if (passes.isSuperseded(upload, prediction)) {
            return new Entry(upload, Intake.SUPERSEDED, Answer.NONE);
        }
        if (window != 0 && (own == null || window > own.getNext())) {
            return new Entry(upload, Intake.GAP, Answer.NONE);
        }
        if (window != 0 && (window < own.getNext() || WindowSums.isComplete(own))) {
            return new Entry(upload, Intake.DUPLICATE, Answer.NONE);
        }
        var counted = window == 0 ? passes.begin(upload, prediction) : WindowSums.add(own, prediction);
        var changed = waiting(upload, with(upload, prediction.getModel(), counted), nowMs);
        return WindowSums.isComplete(counted) && !counted.getWaived()
                ? completed(changed, PassRound.parse(counted.getPass()), nowMs)
                : new Entry(changed, Intake.ADDED, Answer.NONE);
    }

    /**
     * Looks at an upload that waits for models: gives its order if the deadline has passed, or if the models it waits
     * for are not enabled any more.
     */
    Entry review(UploadAccount upload, long nowMs) {
        var pass = passes.open(upload);
        if (pass.isEmpty()) {
            return new Entry(upload, Intake.ADDED, Answer.NONE);
        }
        var present = passes.completeIn(upload, pass.get());
        boolean overdue = settings.deadline()
                .filter(deadline -> nowMs - upload.getWaitingSince() >= deadline.toMillis())
                .isPresent();
        return overdue || present.size() == settings.models().size()
                ? answer(upload, pass.get(), present, nowMs)
                : new Entry(upload, Intake.ADDED, Answer.NONE);
    }

    /** Orders a finished upload again with other options. */
    Entry remix(UploadAccount upload, MixOptions options, long nowMs) {
        var present = passes.remixable(upload);
        if (present.isEmpty()) {
            return new Entry(
                    upload,
                    Intake.ADDED,
                    Answer.rejected(
                            upload.getTrackId(),
                            upload.getUploadId(),
                            RejectionReason.NOT_READY,
                            "Upload " + upload.getUploadId() + " of track '" + upload.getTrackId()
                                    + "' is not complete yet: ask again when its mix has been ordered"));
        }
        try {
            var orders = orderBook.write(upload, present, passes.without(present), options);
            return ordered(upload, orders, nowMs);
        } catch (OrderRefusedException e) {
            return new Entry(upload, Intake.ADDED, refused(upload, e));
        }
    }

    private Entry completed(UploadAccount upload, PassRound pass, long nowMs) {
        var present = passes.completeIn(upload, pass);
        int enabled = settings.models().size();
        if (present.size() == enabled) {
            return answer(upload, pass, present, nowMs);
        }
        double fraction = (double) present.size() / enabled;
        return new Entry(upload, Intake.ADDED, Answer.waiting(upload.getTrackId(), upload.getUploadId(), fraction));
    }

    private Entry answer(UploadAccount upload, PassRound pass, List<String> present, long nowMs) {
        var answered = new HashMap<String, ModelAccount>(upload.getModels());
        answered.replaceAll((model, account) ->
                PassRound.parse(account.getPass()).equals(pass) ? WindowSums.answered(account) : account);
        var settled = waiting(upload, with(upload, answered), nowMs);
        var options = settled.getModels().get(present.get(0)).getClosing().getOptions();
        try {
            return ordered(settled, orderBook.write(settled, present, passes.without(present), options), nowMs);
        } catch (OrderRefusedException e) {
            return new Entry(settled, Intake.ADDED, refused(upload, e));
        }
    }

    private static Entry ordered(UploadAccount upload, List<MixOrder> orders, long nowMs) {
        var counted = new UploadAccount(
                upload.getTrackId(),
                upload.getUploadId(),
                upload.getModels(),
                OrderBook.revisionsAfter(upload, orders),
                upload.getWaitingSince(),
                nowMs);
        return new Entry(counted, Intake.ADDED, Answer.orders(upload.getTrackId(), upload.getUploadId(), orders));
    }

    /** The clock of the deadline begins when the first model is complete in a pass, and stops when all are. */
    private UploadAccount waiting(UploadAccount before, UploadAccount after, long nowMs) {
        var open = passes.open(after);
        long since = before.getWaitingSince();
        if (open.isEmpty()) {
            since = 0;
        } else if (!open.equals(passes.open(before))) {
            since = nowMs;
        }
        return new UploadAccount(
                after.getTrackId(), after.getUploadId(), after.getModels(), after.getRevisions(), since, nowMs);
    }

    private static Answer refused(UploadAccount upload, OrderRefusedException e) {
        return Answer.rejected(
                upload.getTrackId(), upload.getUploadId(), RejectionReason.INVALID_OPTION, e.getMessage());
    }

    private static UploadAccount with(UploadAccount upload, String model, ModelAccount account) {
        var models = new HashMap<String, ModelAccount>(upload.getModels());
        models.put(model, account);
        return with(upload, models);
    }

    private static UploadAccount with(UploadAccount upload, Map<String, ModelAccount> models) {
        return new UploadAccount(
                upload.getTrackId(),
                upload.getUploadId(),
                models,
                upload.getRevisions(),
                upload.getWaitingSince(),
                upload.getTouched());
    }
}
