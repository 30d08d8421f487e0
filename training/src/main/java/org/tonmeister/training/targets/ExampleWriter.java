package org.tonmeister.training.targets;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;
import org.tonmeister.schemas.record.SpectrogramWindow;

/**
 * Writes the examples of one track to a folder of an {@link ExampleSet}: all of them or, if {@link #finish} is not
 * reached, none. The same examples give the same bytes.
 */
public final class ExampleWriter implements AutoCloseable {
    private final TrackFile files;
    private final String fingerprint;
    private final List<TrackJson.Entry> entries = new ArrayList<>();
    private final OutputStream out;
    private final DataFileWriter<SpectrogramWindow> records;
    private boolean finished;

    private ExampleWriter(
            TrackFile files, String fingerprint, OutputStream out, DataFileWriter<SpectrogramWindow> records) {
        this.files = files;
        this.fingerprint = fingerprint;
        this.out = out;
        this.records = records;
    }

    /**
     * Begins a track. What the folder had of it before is removed first.
     *
     * @param folder of the set; made if it is not there
     * @param name of the files: the md5 sum of the track
     * @param fingerprint names the settings by which the examples are made, for {@link #isFinished}
     */
    public static ExampleWriter open(Path folder, String name, String fingerprint) throws IOException {
        Files.createDirectories(folder);
        TrackFile files = TrackFile.of(folder, name);
        Files.deleteIfExists(files.examples());
        OutputStream out = Files.newOutputStream(TrackFile.part(files.windows()));
        try {
            var records = new DataFileWriter<SpectrogramWindow>(new SpecificDatumWriter<>(SpectrogramWindow.class));
            records.create(SpectrogramWindow.getClassSchema(), out, syncMarker(name));
            return new ExampleWriter(files, fingerprint, out, records);
        } catch (IOException | RuntimeException e) {
            out.close();
            throw e;
        }
    }

    /** Whether a folder holds all examples of a track, made by the settings of that fingerprint. */
    public static boolean isFinished(Path folder, String name, String fingerprint) throws IOException {
        TrackFile files = TrackFile.of(folder, name);
        return Files.isRegularFile(files.examples())
                && Files.isRegularFile(files.windows())
                && TrackJson.read(files.examples()).fingerprint().equals(fingerprint);
    }

    /**
     * Adds an example.
     *
     * @throws IllegalArgumentException if its id was there already, or a window is of another example or track
     */
    public void add(ExampleWindows example) throws IOException {
        String id = example.example().id();
        if (entries.stream().anyMatch(entry -> entry.id().equals(id))) {
            throw new IllegalArgumentException("the track has an example " + id + " already");
        }
        for (SpectrogramWindow window : example.windows()) {
            if (!window.getUploadId().equals(id)
                    || !window.getTrackId().equals(example.example().track())) {
                throw new IllegalArgumentException("a window of " + window.getTrackId() + ", " + window.getUploadId()
                        + " is none of " + example.example().track() + ", " + id);
            }
            records.append(window);
        }
        entries.add(TrackJson.Entry.of(example.example(), example.windows().size()));
    }

    /** Ends the track: from now on it is part of the set. */
    public void finish() throws IOException {
        records.close();
        move(files.windows());
        new TrackJson(fingerprint, entries).write(TrackFile.part(files.examples()));
        move(files.examples());
        finished = true;
    }

    /** Removes what was written, unless it is finished. */
    @Override
    public void close() throws IOException {
        if (!finished) {
            out.close();
            Files.deleteIfExists(TrackFile.part(files.windows()));
            Files.deleteIfExists(TrackFile.part(files.examples()));
        }
    }

    private static void move(Path file) throws IOException {
        Files.move(TrackFile.part(file), file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Avro's own choice would be another each time. */
    private static byte[] syncMarker(String name) {
        try {
            return MessageDigest.getInstance("MD5").digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }
}
