package org.tonmeister.gateway.site;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files below one folder of the class path. Thread-safe; reads a file once. */
final class Assets {
    /** No empty part and none that begins with a dot: nothing outside the folder has such a name. */
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    private final ClassLoader loader = Assets.class.getClassLoader();
    private final String folder;
    private final ConcurrentHashMap<String, Asset> read = new ConcurrentHashMap<>();

    /** @param folder on the class path, without slashes at its ends */
    Assets(String folder) {
        this.folder = folder;
    }

    /** The file at a path below the folder. Blocks at the first time. */
    Optional<Asset> find(String path) throws IOException {
        Asset known = read.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<String> type = SiteTypes.of(path);
        if (type.isEmpty() || !PATH.matcher(path).matches()) {
            return Optional.empty();
        }
        try (InputStream in = loader.getResourceAsStream(folder + "/" + path)) {
            if (in == null) {
                return Optional.empty();
            }
            var asset = Asset.of(in.readAllBytes(), type.get());
            read.put(path, asset);
            return Optional.of(asset);
        }
    }
}
