package org.tonmeister.training.corpus;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tonmeister.training.command.TrainingException;

/** Brings tracks into the cache, package by package. What is there already, whole, is not fetched again. */
final class CorpusFetch {
    private final CorpusCache cache;
    private final PackageSource source;
    private final PrintWriter progress;

    CorpusFetch(CorpusCache cache, PackageSource source, PrintWriter progress) {
        this.cache = cache;
        this.source = source;
        this.progress = progress;
    }

    /**
     * Fetches these tracks.
     *
     * @return one line for each track that could not be had from its package; empty if all are there
     * @throws TrainingException if a package cannot be had; those before it are kept
     */
    List<String> fetch(List<? extends PackagedFile> tracks)
            throws IOException, TrainingException, InterruptedException {
        Map<String, List<PackagedFile>> packages = byPackage(tracks);
        var faults = new ArrayList<String>();
        int number = 0;
        for (var entry : packages.entrySet()) {
            number++;
            say("[%d/%d] %s: ", number, packages.size(), entry.getKey());
            List<PackagedFile> wanted = absent(entry.getValue());
            if (wanted.isEmpty()) {
                say("all %d files are there%n", entry.getValue().size());
            } else {
                faults.addAll(fetchPackage(entry.getKey(), wanted));
            }
        }
        return faults;
    }

    private List<String> fetchPackage(String packageName, List<PackagedFile> wanted)
            throws IOException, TrainingException, InterruptedException {
        say("fetching %d files: ", wanted.size());
        long started = System.nanoTime();
        var unpacker = new PackageUnpacker(cache, wanted);
        long bytes;
        try {
            bytes = source.open(packageName, unpacker::unpack);
        } catch (IOException | TrainingException | InterruptedException e) {
            say("%n");
            throw e;
        }
        say(
                "%d unpacked from %.0f MB in %d s%n",
                unpacker.stored().size(), bytes / 1e6, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started));
        return faults(wanted, unpacker);
    }

    private static List<String> faults(List<PackagedFile> wanted, PackageUnpacker unpacker) {
        var different = unpacker.different();
        return wanted.stream()
                .filter(track -> !unpacker.stored().contains(track))
                .map(track -> track.label()
                        + (different.contains(track)
                                ? " has another md5 sum than the manifest says: it comes from another version of the package"
                                : " is not in the package"))
                .toList();
    }

    private List<PackagedFile> absent(List<PackagedFile> tracks) throws IOException {
        var absent = new ArrayList<PackagedFile>();
        for (PackagedFile track : tracks) {
            if (cache.state(track) != CorpusCache.State.WHOLE) {
                absent.add(track);
            }
        }
        return absent;
    }

    private static Map<String, List<PackagedFile>> byPackage(List<? extends PackagedFile> tracks) {
        var packages = new LinkedHashMap<String, List<PackagedFile>>();
        for (PackagedFile track : tracks) {
            packages.computeIfAbsent(track.packageName(), name -> new ArrayList<>())
                    .add(track);
        }
        return packages;
    }

    private void say(String pattern, Object... values) {
        progress.printf(Locale.ROOT, pattern, values);
        progress.flush();
    }
}
