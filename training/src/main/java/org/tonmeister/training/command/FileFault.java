package org.tonmeister.training.command;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;

/** What a fault of the file system means, in one line: Java's own messages are often the path alone. */
public final class FileFault {
    private FileFault() {}

    /** The reason, with the file where it is known. */
    public static String reason(IOException fault) {
        if (fault instanceof FileSystemException of && of.getFile() != null) {
            return of.getFile() + ": " + meaning(of);
        }
        return fault.getMessage() == null ? fault.toString() : fault.getMessage();
    }

    private static String meaning(FileSystemException fault) {
        if (fault instanceof AccessDeniedException) {
            return "permission denied";
        } else if (fault instanceof FileAlreadyExistsException) {
            return "there is a file where a folder should be";
        }
        return fault.getReason() == null ? fault.getClass().getSimpleName() : fault.getReason();
    }
}
