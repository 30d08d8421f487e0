package org.tonmeister.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tonmeister.training.corpus.TestTracks.content;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TarReaderTest {
    private static final String LONG_NAME = "usr/share/" + "very-".repeat(30) + "long.ogg";

    @Test
    void reads_filesAndSkipsFolders() throws IOException {
        // Given: contents around the block of 512 bytes, where the padding ends
        byte[] block = new byte[512];
        Arrays.fill(block, (byte) 'x');
        byte[] tar = new TestTar()
                .folder("./usr/")
                .file("./usr/a", content("first"))
                .file("usr/b", block)
                .file("./usr/c", content(""))
                .file("./usr/d", content("last"))
                .bytes();

        // When // Then
        assertThat(files(tar))
                .containsExactly(
                        Map.entry("usr/a", "first"),
                        Map.entry("usr/b", "x".repeat(512)),
                        Map.entry("usr/c", ""),
                        Map.entry("usr/d", "last"));
    }

    @Test
    void reads_longNamesOfAllThreeFormats() throws IOException {
        // Given
        byte[] tar = new TestTar()
                .gnuLongName("./" + LONG_NAME, content("gnu"))
                .file("between", content("short again"))
                .paxName("./pax/" + LONG_NAME, content("pax"))
                .ustarPrefix("./usr/share", "prefixed.ogg", content("ustar"))
                .bytes();

        // When // Then
        assertThat(files(tar))
                .containsExactly(
                        Map.entry(LONG_NAME, "gnu"),
                        Map.entry("between", "short again"),
                        Map.entry("pax/" + LONG_NAME, "pax"),
                        Map.entry("usr/share/prefixed.ogg", "ustar"));
    }

    @Test
    void skips_whatIsLeftOfAFile() throws IOException {
        // Given
        var tar = reader(new TestTar()
                .file("a", content("of this only one byte is read"))
                .file("b", content("second"))
                .bytes());
        tar.next();
        assertThat(tar.content().read()).isEqualTo('o');

        // When
        boolean more = tar.next();

        // Then
        assertThat(more).isTrue();
        assertThat(tar.content().readAllBytes()).asString().isEqualTo("second");
    }

    @Test
    void rejects_anArchiveThatIsCutShort() {
        byte[] tar = new TestTar().file("a", new byte[2000]).bytes();

        assertThatThrownBy(() -> files(Arrays.copyOf(tar, 1500)))
                .isInstanceOf(EOFException.class)
                .hasMessage("the tar archive is cut short");
    }

    @Test
    void rejects_whatIsNoArchive() {
        byte[] text = "This is not a tar archive. ".repeat(40).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> files(text)).isInstanceOf(IOException.class).hasMessageContaining("not a tar archive");
    }

    private static Map<String, String> files(byte[] tar) throws IOException {
        var files = new LinkedHashMap<String, String>();
        var reader = reader(tar);
        while (reader.next()) {
            if (reader.isFile()) {
                files.put(reader.name(), new String(reader.content().readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static TarReader reader(byte[] tar) {
        return new TarReader(new ByteArrayInputStream(tar));
    }
}
