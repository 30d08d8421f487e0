package org.tonmeister.training.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Takes the wanted tracks out of one package's files, and keeps those whose md5 sum is the manifest's. */
final class PackageUnpacker {
    private static final String PK3_SUFFIX = ".pk3";

    private final CorpusCache cache;
    private final Map<String, PackagedFile> plain = new HashMap<>();
    private final Map<String, PackagedFile> inPk3 = new HashMap<>();
    private final Set<PackagedFile> stored = new HashSet<>();
    private final Set<PackagedFile> different = new HashSet<>();

    /** @param wanted tracks of one package */
    PackageUnpacker(CorpusCache cache, List<PackagedFile> wanted) {
        this.cache = cache;
        for (PackagedFile track : wanted) {
            if (track.inPk3()) {
                inPk3.put(track.path().substring(PackagedFile.PK3.length()), track);
            } else {
                plain.put(track.path(), track);
            }
        }
    }

    /** Reads the package's tar archive to its end. */
    void unpack(InputStream tar) throws IOException {
        var members = new TarReader(tar);
        while (members.next()) {
            if (!members.isFile()) {
                continue;
            }
            PackagedFile track = plain.get(members.name());
            if (track != null) {
                store(track, members.content());
            } else if (!inPk3.isEmpty() && members.name().endsWith(PK3_SUFFIX)) {
                unpackPk3(members.content());
            }
        }
    }

    /** What is in the cache now, of the tracks that were wanted. */
    Set<PackagedFile> stored() {
        return Set.copyOf(stored);
    }

    /** What the package holds, but not as the manifest knows it. */
    Set<PackagedFile> different() {
        var only = new HashSet<>(different);
        only.removeAll(stored);
        return only;
    }

    /** A zip file's directory is at its end, so it cannot be read from a stream. */
    private void unpackPk3(InputStream content) throws IOException {
        Path file = Files.createTempFile("tonmeister-", PK3_SUFFIX);
        try {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            try (var zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : entries(zip)) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        store(inPk3.get(entry.getName()), in);
                    }
                }
            }
        } finally {
            Files.delete(file);
        }
    }

    private List<ZipEntry> entries(ZipFile zip) {
        var entries = new ArrayList<ZipEntry>();
        for (String name : inPk3.keySet()) {
            ZipEntry entry = zip.getEntry(name);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private void store(PackagedFile track, InputStream content) throws IOException {
        (cache.store(track, content) ? stored : different).add(track);
    }
}
