package org.tonmeister.standalone.command;

/** Something the user can do something about; the message is one line that says what. */
public final class UserException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    private UserException(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The command line asks for what there is not: exit code 2. */
    static UserException usage(String message) {
        return new UserException(message, ExitCode.USAGE);
    }

    /** Something outside is not as it must be: exit code 1. */
    static UserException failure(String message) {
        return new UserException(message, ExitCode.FAILURE);
    }

    int exitCode() {
        return exitCode;
    }
}
