package org.tonmeister.standalone.broker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** An exclusive lock on a file, held by this process until closed or until the process dies, however it dies. */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * The lock, unless somebody, in this process or another, has it.
     *
     * @throws IOException if the file cannot be made or locked at all
     */
    static Optional<FolderLock> tryAcquire(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean acquired = false;
        try {
            acquired = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // This process has it; for the caller that is the same.
            acquired = false;
        } finally {
            if (!acquired) {
                channel.close();
            }
        }
        return acquired ? Optional.of(new FolderLock(channel)) : Optional.empty();
    }

    /** Gives the lock up. The file stays: deleting it would let two others lock two files of one name. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
