package org.tonmeister.predict.ensemble;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tonmeister.predict.ensemble.Entry.Intake;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.Prediction;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.UploadAccount;

/** A ledger with the accounts that it leaves to others to keep, and a clock. */
final class LedgerBench {
    private final UploadLedger ledger;
    private final Map<String, UploadAccount> accounts = new HashMap<>();
    private final List<MixOrder> orders = new ArrayList<>();
    private final List<Progress> progress = new ArrayList<>();
    private long nowMs = 1_000_000;

    LedgerBench(EnsembleSettings settings) {
        ledger = new UploadLedger(settings);
    }

    void predict(List<Prediction> predictions) {
        predictions.forEach(this::predict);
    }

    Intake predict(Prediction prediction) {
        var account = account(prediction.getTrackId(), prediction.getUploadId());
        return keep(ledger.add(account, prediction, nowMs)).intake();
    }

    void remix(TestTrack track, MixOptions options) {
        keep(ledger.remix(account(track), options, nowMs));
    }

    /** Lets time pass and looks at the upload. */
    void wait(TestTrack track, long ms) {
        nowMs += ms;
        keep(ledger.review(account(track), nowMs));
    }

    UploadAccount account(TestTrack track) {
        return account(track.trackId(), track.uploadId());
    }

    /** Orders since the last call. */
    List<MixOrder> orders() {
        var since = List.copyOf(orders);
        orders.clear();
        return since;
    }

    /** Progress since the last call. */
    List<Progress> progress() {
        var since = List.copyOf(progress);
        progress.clear();
        return since;
    }

    /** One log of several models' records in a random order, each model's in their own. */
    static List<Prediction> interleaved(long seed, List<List<Prediction>> models) {
        var turns = new ArrayList<Integer>();
        for (int m = 0; m < models.size(); m++) {
            turns.addAll(Collections.nCopies(models.get(m).size(), m));
        }
        Collections.shuffle(turns, new Random(seed));
        int[] next = new int[models.size()];
        return turns.stream().map(m -> models.get(m).get(next[m]++)).toList();
    }

    private UploadAccount account(String trackId, String uploadId) {
        return accounts.getOrDefault(UploadStore.key(trackId, uploadId), UploadLedger.open(trackId, uploadId));
    }

    private Entry keep(Entry entry) {
        accounts.put(UploadStore.key(entry.account()), entry.account());
        orders.addAll(entry.answer().orders());
        progress.addAll(entry.answer().progress());
        return entry;
    }
}
