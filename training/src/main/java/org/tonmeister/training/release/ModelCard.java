package org.tonmeister.training.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What someone should know who uses a model (Mitchell et al., "Model Cards for Model Reporting", 2019), as Markdown.
 *
 * @param name of the model
 * @param fit {@code fit.json} of its training
 * @param evaluation {@code evaluation.json}
 */
record ModelCard(String name, JsonNode fit, JsonNode evaluation) {
    private static final String LIMITS = """
            ## Limits

            - It was trained on game music, most of it produced in a workstation; few recordings of bands, no speech, no
              classical recordings. On other music it is untested.
            - Tone is a matter of taste: without a reference a part of the error cannot be removed, and it leans towards
              leaving music as it is.
            - The truth it learned is what undoes known flaws of a finished master, not what an engineer would do to a raw
              mix.
            - Reverb and delay it learned from dry MIDI songs and a few guitar stems in artificial rooms. Small rooms and
              fast echoes it does not hear, and what is as dry as a MIDI song may get reverb although it is meant so.
            """;

    @Override
    public String toString() {
        var parts = new ArrayList<String>();
        parts.add("# Model card: " + name + "\n");
        parts.add(
                "Version " + evaluation.at("/provenance/models/" + name).asText() + ". Sets ten mixing parameters for "
                        + "a window of five seconds; a track's are the weighted mean over its windows.\n");
        parts.add("## Training\n");
        parts.add("- Data: the training split of the corpus (manifest " + provenance("manifestMd5")
                + ") and dry music in "
                + "artificial rooms: " + fit.at("/trainingExamples").asInt() + " examples, "
                + fit.at("/trainingWindows").asInt() + " windows; `train targets`, `train sends`.");
        parts.add("- Protocol: degrade and restore (docs/models.md). Seed "
                + fit.at("/plan/seed").asInt() + ", "
                + kept().size() + " of " + fit.at("/plan/epochs").asInt() + " epochs until the best validation; "
                + "`train fit --model " + name + "`.");
        parts.add("- Evaluated at commit " + provenance("commit") + ".\n");
        parts.add("## Figures on the test split\n");
        parts.add("Mean absolute error over eight parameters at track level; skill against the constant predictor.\n");
        parts.add("| | A12 error | A12 skill | B12 error | B12 skill | added to clean masters |");
        parts.add("|---|---|---|---|---|---|");
        for (String row : List.of("constant", "analyser calibrated", name, name + " with reference")) {
            parts.add(line(row));
        }
        return String.join("\n", parts) + "\n\n" + LIMITS;
    }

    private String provenance(String field) {
        return evaluation.at("/provenance/" + field).asText();
    }

    /** The epochs up to the one that was kept. */
    private List<JsonNode> kept() {
        var epochs = new ArrayList<JsonNode>();
        int last = 0;
        for (JsonNode epoch : fit.at("/epochs")) {
            epochs.add(epoch);
            if (epoch.at("/kept").asBoolean()) {
                last = epochs.size();
            }
        }
        return epochs.subList(0, last);
    }

    private String line(String name) {
        for (JsonNode row : evaluation.at("/rows")) {
            if (row.at("/name").asText().equals(name)) {
                return String.format(
                        Locale.ROOT,
                        "| %s | %.3f | %.2f | %.3f | %.2f | %.3f |",
                        name,
                        row.at("/errors/a12/track/mae").asDouble(),
                        row.at("/errors/a12/track/skill").asDouble(),
                        row.at("/errors/b12/track/mae").asDouble(),
                        row.at("/errors/b12/track/skill").asDouble(),
                        row.at("/clean/mae").asDouble());
            }
        }
        throw new IllegalArgumentException("the evaluation has no row '" + name + "': evaluate again");
    }
}
