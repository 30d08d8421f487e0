package org.tonmeister.feature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a TorchScript file as {@code torch.jit.save} does: a zip archive of the module pickled, its code, its constants
 * and the format's version.
 */
final class ScriptFile {
    private static final String MODULE = """
            class Model(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
              def forward(self: __torch__.Model,
                x: Tensor) -> Tensor:
                return %s
            """;
    /** Pickle, protocol 2: Model.__new__(Model), whose state is {"training": False}. */
    private static final String OBJECT = "\u0080\u0002c__torch__\nModel\n)\u0081}(X\u0008\0\0\0training\u0089ub.";
    /** Pickle, protocol 2: (). */
    private static final String NO_CONSTANTS = "\u0080\u0002).";

    private ScriptFile() {}

    /**
     * Writes a module.
     *
     * @param answer what it answers to the tensor {@code x}, in TorchScript
     */
    static Path write(Path file, String answer) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "data.pkl", OBJECT.getBytes(StandardCharsets.ISO_8859_1));
            put(zip, "code/__torch__.py", MODULE.formatted(answer).getBytes(StandardCharsets.UTF_8));
            put(zip, "constants.pkl", NO_CONSTANTS.getBytes(StandardCharsets.ISO_8859_1));
            put(zip, "version", "3\n".getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    /** PyTorch maps the entries into memory: they must lie there as they are. */
    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        var crc = new CRC32();
        crc.update(bytes);
        var entry = new ZipEntry("model/" + name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
