package org.tonmeister.training.targets;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.DataFileReader;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.record.SpectrogramWindow;
import org.tonmeister.training.command.TrainingException;

/** A folder of training examples: two files for each track, written by {@link ExampleWriter}. */
public final class ExampleSet {
    private final Path folder;
    private final List<Path> tracks;

    private ExampleSet(Path folder, List<Path> tracks) {
        this.folder = folder;
        this.tracks = List.copyOf(tracks);
    }

    /**
     * The set in a folder, as it is now. Tracks that are not finished do not count.
     *
     * @throws TrainingException if there is no such folder, or not one track in it
     */
    public static ExampleSet open(Path folder) throws TrainingException, IOException {
        if (!Files.isDirectory(folder)) {
            throw new TrainingException("there are no training examples in " + folder
                    + ": there is no such folder; tonmeister train targets makes those of masters");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> tracks = files.filter(TrackFile::isWindows)
                    .filter(file ->
                            Files.isRegularFile(TrackFile.ofWindows(file).examples()))
                    .sorted()
                    .toList();
            if (tracks.isEmpty()) {
                throw new TrainingException("there are no training examples in " + folder
                        + ": not one track is finished; tonmeister train targets makes those of masters");
            }
            return new ExampleSet(folder, tracks);
        }
    }

    /** Where it lies. */
    public Path folder() {
        return folder;
    }

    /** The tracks' files of windows, sorted by name. */
    public List<Path> tracks() {
        return tracks;
    }

    /**
     * The examples of one track without their windows, in the order in which they were made.
     *
     * @param track one of {@link #tracks}
     * @throws IOException if its files cannot be read; the message says which
     */
    public static List<Example> examples(Path track) throws IOException {
        return entries(track).stream().map(TrackJson.Entry::example).toList();
    }

    /**
     * The examples of one track.
     *
     * @param track one of {@link #tracks}
     * @throws IOException if its files cannot be read; the message says which
     */
    public static List<ExampleWindows> read(Path track) throws IOException {
        var examples = new ArrayList<ExampleWindows>();
        List<TrackJson.Entry> entries = entries(track);
        try (DataFileReader<SpectrogramWindow> records = records(track)) {
            for (TrackJson.Entry entry : entries) {
                var windows = new ArrayList<SpectrogramWindow>(entry.windows());
                while (windows.size() < entry.windows()) {
                    SpectrogramWindow window = records.next();
                    if (!window.getUploadId().equals(entry.id())) {
                        throw new IOException(track + " is damaged: it is not of the same run as the JSON beside it");
                    }
                    windows.add(window);
                }
                examples.add(new ExampleWindows(entry.example(), windows));
            }
        } catch (AvroRuntimeException | NoSuchElementException e) {
            throw damaged(track, e);
        }
        return examples;
    }

    private static DataFileReader<SpectrogramWindow> records(Path track) throws IOException {
        try {
            return new DataFileReader<>(track.toFile(), AvroSerde.fileReader(SpectrogramWindow.class));
        } catch (FileNotFoundException e) {
            // It says which file, and why.
            throw e;
        } catch (IOException e) {
            throw damaged(track, e);
        }
    }

    private static IOException damaged(Path track, Exception fault) {
        return new IOException(track + " is damaged: " + fault.getMessage(), fault);
    }

    /** Hands over the examples of all tracks, one track after another, sorted by the files' names. */
    public void forEachTrack(TrackConsumer consumer) throws IOException {
        for (Path track : tracks) {
            consumer.accept(read(track));
        }
    }

    private static List<TrackJson.Entry> entries(Path track) throws IOException {
        return TrackJson.read(TrackFile.ofWindows(track).examples()).examples();
    }
}
