package org.tonmeister.training.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tonmeister.training.command.TrainingException;

/**
 * The list of all tracks, as tab-separated text: a heading, then a line for each track.
 *
 * @param tracks in the order of the file
 * @param md5 of the file itself, which says what was measured on it
 */
public record CorpusManifest(List<CorpusTrack> tracks, String md5) {
    static final String HEADING =
            "split\tpackage\tpath\tseconds\tcodec\trate\tlufs_i\tlra\ttrue_peak_dbfs\tlicence\tmd5";

    private static final String RESOURCE = "manifest.tsv";

    public CorpusManifest {
        tracks = List.copyOf(tracks);
    }

    /** The manifest that comes with the program. */
    public static CorpusManifest bundled() {
        try (InputStream in = CorpusManifest.class.getResourceAsStream(RESOURCE)) {
            return parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the corpus manifest", e);
        } catch (TrainingException e) {
            throw new IllegalStateException("The bundled manifest is damaged: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a manifest.
     *
     * @param text UTF-8
     * @throws TrainingException if a line is wrong; the message names it
     */
    public static CorpusManifest parse(byte[] text) throws TrainingException {
        List<String> lines = new String(text, StandardCharsets.UTF_8).lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEADING)) {
            throw new TrainingException("line 1 of the manifest is not its heading");
        }
        var tracks = new ArrayList<CorpusTrack>();
        Set<String> seen = new HashSet<>();
        for (int i = 1; i < lines.size(); i++) {
            try {
                CorpusTrack track = CorpusTrack.parse(lines.get(i));
                if (!seen.add(track.label())) {
                    throw new IllegalArgumentException(track.label() + " is there already");
                }
                tracks.add(track);
            } catch (IllegalArgumentException e) {
                throw new TrainingException("line " + (i + 1) + " of the manifest: " + e.getMessage(), e);
            }
        }
        return new CorpusManifest(tracks, Md5.of(text));
    }

    /** The tracks of these splits, in the order of the file. */
    public List<CorpusTrack> tracks(Collection<Split> splits) {
        return tracks.stream().filter(track -> splits.contains(track.split())).toList();
    }
}
