package org.tonmeister.neural.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of a network lie: a folder on disk, or one in the jar of a service. */
public interface NetworkFiles {
    /**
     * The bytes of a file.
     *
     * @throws IOException if there is none of that name, or it cannot be read
     */
    byte[] read(String name) throws IOException;

    /** A folder on disk. */
    static NetworkFiles folder(Path folder) {
        return name -> Files.readAllBytes(folder.resolve(name));
    }

    /**
     * A folder among the resources beside a class.
     *
     * @param folder relative to the class's package
     */
    static NetworkFiles bundled(Class<?> anchor, String folder) {
        return name -> {
            String path = folder + "/" + name;
            try (InputStream in = anchor.getResourceAsStream(path)) {
                if (in == null) {
                    throw new FileNotFoundException("the jar lacks " + anchor.getPackageName() + "/" + path);
                }
                return in.readAllBytes();
            }
        };
    }
}
