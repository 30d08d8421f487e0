package org.tonmeister.training.evaluate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the figures were made from.
 *
 * @param commit of the project, or {@code unknown} outside a checkout
 * @param manifestMd5 md5 sum of the corpus manifest
 * @param sets fingerprints of the sets of examples, by name
 * @param models versions by name
 * @param bootstrapSeed of the standard errors; examples have their seed in their fingerprints
 * @param soundTracks how many test tracks were listened to, for sound and behaviour
 * @param protocol how it was judged, in words
 */
record Provenance(
        String commit,
        String manifestMd5,
        Map<String, String> sets,
        Map<String, String> models,
        long bootstrapSeed,
        int soundTracks,
        String protocol) {
    static final String PROTOCOL = "Test tracks only; each counts once, whatever its number of examples. Track level:"
            + " weighted mean over the windows. Constant: medians of the training examples of that protocol (clean:"
            + " of a12). Calibrated: a + b·p for each parameter, by least absolute deviations on the validation"
            + " examples of that protocol, at track level. With reference: windows of the first half are judged, clean"
            + " windows of the second half are the reference. Sound: " + Stretch.SECONDS
            + " s of the first example of each track, restored at the work level and compared with the master (behind the chain's"
            + " 2 Hz high-pass where there is one in the mix); MR-STFT with windows of 32, 128, 512,"
            + " 2048, 8192 and 32768 frames, hops of half, Hann, both channels: spectral convergence + log magnitude"
            + " (mrStft), or magnitude + log magnitude as in DeepAFx-ST's tables (mrStftDeepAfx).";

    /** The commit that is checked out in the folder, as git says. */
    static String commit(Path folder) throws InterruptedException {
        try {
            Process git = new ProcessBuilder("git", "rev-parse", "HEAD")
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 && !commit.isEmpty() ? commit : "unknown";
        } catch (IOException e) {
            // There is no git: then it is no checkout either, as far as anybody can tell.
            return "unknown";
        }
    }
}
