package org.tonmeister.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class FfmpegLogTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(FfmpegLog.class);
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    @TempDir
    Path folder;

    @BeforeEach
    void listen() {
        logger.setAdditive(false);
        logger.addAppender(events);
        events.start();
    }

    @AfterEach
    void stop() {
        logger.detachAppender(events);
        logger.setLevel(null);
        logger.setAdditive(true);
    }

    @Test
    void ffmpegsMessages_goToTheLogAtDebug() throws Exception {
        logger.setLevel(Level.DEBUG);

        provoke();

        assertThat(events.list).anySatisfy(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.DEBUG);
            assertThat(event.getFormattedMessage()).contains("Format not on whitelist");
        });
    }

    @Test
    void atInfo_nothingIsSaid() throws Exception {
        logger.setLevel(Level.INFO);

        provoke();

        assertThat(events.list).isEmpty();
    }

    private void provoke() throws Exception {
        Path playlist = Files.writeString(folder.resolve("a"), "ffconcat version 1.0\nfile 'b.wav'\n");
        assertThatThrownBy(() -> AudioReader.open(playlist)).isInstanceOf(AudioFormatException.class);
    }
}
