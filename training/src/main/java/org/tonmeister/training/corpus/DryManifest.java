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
 * The list of all MIDI songs that are rendered as dry music, as tab-separated text: a heading, then a line for each song.
 * The bundled one was split by the songs' md5 sums, in rising order: 6 to judge by, 4 to choose by, 21 to learn from.
 *
 * @param songs in the order of the file
 */
public record DryManifest(List<DrySong> songs) {
    static final String HEADING = "split\tpackage\tpath\tmd5";

    private static final String RESOURCE = "dry.tsv";

    public DryManifest {
        songs = List.copyOf(songs);
    }

    /** The manifest that comes with the program. */
    public static DryManifest bundled() {
        try (InputStream in = DryManifest.class.getResourceAsStream(RESOURCE)) {
            return parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the manifest of dry music", e);
        } catch (TrainingException e) {
            throw new IllegalStateException("The bundled manifest of dry music is damaged: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a manifest.
     *
     * @param text UTF-8
     * @throws TrainingException if a line is wrong or a song is there twice; the message names the line
     */
    static DryManifest parse(byte[] text) throws TrainingException {
        List<String> lines = new String(text, StandardCharsets.UTF_8).lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEADING)) {
            throw new TrainingException("line 1 of the manifest of dry music is not its heading");
        }
        var songs = new ArrayList<DrySong>();
        Set<String> seen = new HashSet<>();
        for (int i = 1; i < lines.size(); i++) {
            try {
                DrySong song = DrySong.parse(lines.get(i));
                Fields.require(seen.add(song.label()) && seen.add(song.md5()), song.label() + " is there already");
                songs.add(song);
            } catch (IllegalArgumentException e) {
                throw new TrainingException("line " + (i + 1) + " of the manifest of dry music: " + e.getMessage(), e);
            }
        }
        return new DryManifest(songs);
    }

    /** The songs of these splits, in the order of the file. */
    public List<DrySong> songs(Collection<Split> splits) {
        return songs.stream().filter(song -> splits.contains(song.split())).toList();
    }
}
