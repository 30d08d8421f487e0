package org.tonmeister.training.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.tonmeister.training.command.TrainingException;

/**
 * A song of MUSDB18 (Z. Rafii et al., 2017): one MP4 file with five stereo streams of AAC. Its licence lets nobody pass
 * it on, so it is read from where the user has it.
 *
 * @param split TEST for the songs of {@code test}; VAL for the fourteen of {@code train} that the field leaves out of
 *     training; else TRAIN
 * @param title artist and title
 * @param file {@code <title>.stem.mp4}
 */
public record MusdbTrack(Split split, String title, Path file) {
    private static final String SUFFIX = ".stem.mp4";

    /** The validation songs of the sigsep musdb package, on which published models agree. */
    private static final Set<String> VALIDATION = Set.of(
            "Actions - One Minute Smile",
            "Alexander Ross - Goodbye Bolero",
            "ANiMAL - Rockshow",
            "Clara Berry And Wooldog - Waltz For My Victims",
            "Fergessen - Nos Palpitants",
            "James May - On The Line",
            "Johnny Lokke - Promises & Lies",
            "Leaf - Summerghost",
            "Meaxic - Take A Step",
            "Patrick Talbot - A Reason To Leave",
            "Skelpolu - Human Mistakes",
            "Traffic Experiment - Sirens",
            "Triviul - Angelsaint",
            "Young Griffo - Pennies");

    /**
     * The songs of a folder, by split and title.
     *
     * @param folder holds the folders {@code train} and {@code test}
     * @throws TrainingException if it does not, or there is no stem file in them
     */
    public static List<MusdbTrack> list(Path folder) throws IOException, TrainingException {
        var tracks = new ArrayList<MusdbTrack>();
        for (String part : List.of("train", "test")) {
            Path songs = folder.resolve(part);
            if (!Files.isDirectory(songs)) {
                throw new TrainingException(folder + " is not MUSDB18: there is no folder " + part + " in it");
            }
            try (Stream<Path> files = Files.list(songs)) {
                files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                        .sorted()
                        .forEach(file -> tracks.add(of(part, file)));
            }
        }
        if (tracks.isEmpty()) {
            throw new TrainingException(folder + " is not MUSDB18: there are no files *" + SUFFIX
                    + " in its folders train and test (those of MUSDB18-HQ are WAV files, which are not read)");
        }
        return tracks;
    }

    private static MusdbTrack of(String part, Path file) {
        String name = file.getFileName().toString();
        String title = name.substring(0, name.length() - SUFFIX.length());
        Split trained = VALIDATION.contains(title) ? Split.VAL : Split.TRAIN;
        return new MusdbTrack(part.equals("test") ? Split.TEST : trained, title, file);
    }

    /** The track's id: {@code musdb18/<title>/<stem>}. */
    public String label(MusdbStem stem) {
        return "musdb18/" + title + "/" + stem.label();
    }

    /** Tells the stem from all others, as a file's sum does; made of its name, since the files are large. */
    public String md5(MusdbStem stem) {
        return Md5.of(label(stem).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * One stream as a file of its own, which any reader of audio takes. It is copied and not encoded again, and kept in
     * the cache.
     *
     * @throws TrainingException if the file has no such stream
     */
    public Path extract(MusdbStem stem, CorpusCache cache) throws IOException, TrainingException, InterruptedException {
        Path out = cache.root().resolve(label(stem) + ".m4a");
        if (Files.isRegularFile(out)) {
            return out;
        }
        Files.createDirectories(out.getParent());
        Path part = Files.createTempFile(out.getParent(), stem.label(), ".part");
        try {
            new Program(out.getParent(), "reinstall Tonmeister, which brings it", copying(stem, part)).run();
            Files.move(part, out, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return out;
        } catch (TrainingException e) {
            throw new TrainingException(
                    file + " is not a stem file with " + MusdbStem.values().length + " streams: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private List<String> copying(MusdbStem stem, Path out) {
        return List.of(
                Loader.load(org.bytedeco.ffmpeg.ffmpeg.class),
                "-nostdin",
                "-v",
                "error",
                "-y",
                "-i",
                "file:" + file.toAbsolutePath(),
                "-map",
                "0:a:" + stem.ordinal(),
                "-c",
                "copy",
                "-f",
                "ipod",
                "file:" + out.toAbsolutePath());
    }
}
