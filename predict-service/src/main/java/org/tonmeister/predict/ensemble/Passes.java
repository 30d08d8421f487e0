package org.tonmeister.predict.ensemble;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonmeister.pipeline.worker.Epoch;
import org.tonmeister.schemas.record.ModelAccount;
import org.tonmeister.schemas.record.Prediction;
import org.tonmeister.schemas.record.UploadAccount;

/**
 * Tells which pass the models' accounts of an upload belong to, and whether that pass has been answered. One answer is
 * given for a pass, when all enabled models are complete in it; a replay of one model alone keeps the pass and opens it
 * again for that model.
 */
final class Passes {
    private final List<String> enabled;

    Passes(List<String> enabled) {
        this.enabled = enabled;
    }

    /** The account that window 0 of a model begins. */
    ModelAccount begin(UploadAccount upload, Prediction prediction) {
        var before = upload.getModels().get(prediction.getModel());
        boolean samePass = before != null && of(before).pass().equals(prediction.getPass());
        boolean sameWork = samePass && before.getModelPass().equals(prediction.getModelPass());
        boolean readAgain = sameWork && WindowSums.isComplete(before);

        // Where others were read again already, this one belongs to their round.
        var round = accounts(upload)
                .map(Passes::of)
                .filter(other -> other.pass().equals(prediction.getPass()))
                .max(Comparator.naturalOrder())
                .orElse(new PassRound(prediction.getPass(), 0));
        if (readAgain && of(before).next().compareTo(round) > 0) {
            round = of(before).next();
        } else if (samePass && !sameWork && Epoch.isJoint(prediction.getModelPass())) {
            // All models are replayed together: one order, when the last of them is there.
            round = roundOfWork(upload, prediction).orElse(round.next());
        }
        boolean answered;
        if (sameWork && of(before).equals(round)) {
            answered = before.getWaived(); // The redone beginning of an unfinished track.
        } else if (samePass && !sameWork) {
            answered = false; // A replay of this model alone.
        } else {
            answered = isAnswered(upload, round); // An order may have gone out without it.
        }
        return WindowSums.start(prediction, round, answered);
    }

    /**
     * Whether a newer pass of the upload is known already than the prediction's, or a newer pass of its model: where a
     * topic holds several passes, a replay reads all of them, and only the newest is to be ordered.
     */
    boolean isSuperseded(UploadAccount upload, Prediction prediction) {
        var own = upload.getModels().get(prediction.getModel());
        var pass = new PassRound(prediction.getPass(), 0);
        boolean begins = prediction.getWindow() == 0;
        boolean older = begins
                ? accounts(upload).anyMatch(known -> withoutRound(known).compareTo(pass) > 0)
                : own != null && withoutRound(own).compareTo(pass) > 0;
        boolean olderWork = own != null
                && withoutRound(own).equals(pass)
                && work(own.getModelPass()).compareTo(work(prediction.getModelPass())) > 0;
        return older || olderWork;
    }

    /** The pass that some model is complete in and that has not been answered; the newest, if there are several. */
    Optional<PassRound> open(UploadAccount upload) {
        return accounts(upload)
                .filter(account -> WindowSums.isComplete(account) && !account.getWaived())
                .map(Passes::of)
                .max(Comparator.naturalOrder());
    }

    /** The enabled models that are complete in a pass. */
    List<String> completeIn(UploadAccount upload, PassRound pass) {
        return enabled.stream()
                .filter(model -> isCompleteIn(upload.getModels().get(model), pass))
                .toList();
    }

    /** The enabled models that are not in {@code models}. */
    List<String> without(List<String> models) {
        return enabled.stream().filter(model -> !models.contains(model)).toList();
    }

    /**
     * The models that a remix can be made of: all enabled ones, if they are complete in whatever pass; else those that
     * the newest order was made of, unless one of the others is at work. Empty: none yet.
     */
    List<String> remixable(UploadAccount upload) {
        var complete = enabled.stream()
                .filter(model -> upload.getModels().containsKey(model)
                        && WindowSums.isComplete(upload.getModels().get(model)))
                .toList();
        boolean allAnswered = accounts(upload).allMatch(ModelAccount::getWaived);
        return complete.size() == enabled.size() || allAnswered ? complete : List.of();
    }

    private boolean isAnswered(UploadAccount upload, PassRound pass) {
        return accounts(upload).anyMatch(account -> of(account).equals(pass) && account.getWaived());
    }

    private Optional<PassRound> roundOfWork(UploadAccount upload, Prediction prediction) {
        return accounts(upload)
                .filter(account -> account.getModelPass().equals(prediction.getModelPass()))
                .map(Passes::of)
                .filter(round -> round.pass().equals(prediction.getPass()))
                .max(Comparator.naturalOrder());
    }

    private static PassRound withoutRound(ModelAccount account) {
        return new PassRound(of(account).pass(), 0);
    }

    /** A model's pass in its order: that of a joint replay has its mark before the number. */
    private static PassRound work(String modelPass) {
        return new PassRound(modelPass.matches("0.+") ? modelPass.substring(1) : modelPass, 0);
    }

    private static boolean isCompleteIn(ModelAccount account, PassRound pass) {
        return account != null && WindowSums.isComplete(account) && of(account).equals(pass);
    }

    private Stream<ModelAccount> accounts(UploadAccount upload) {
        return enabled.stream().map(upload.getModels()::get).filter(account -> account != null);
    }

    private static PassRound of(ModelAccount account) {
        return PassRound.parse(account.getPass());
    }
}
