package org.tonmeister.standalone.command;

/** What the process ends with. */
final class ExitCode {
    /** All is done. */
    static final int OK = 0;
    /** Some file was not mixed, or the work could not be begun. */
    static final int FAILURE = 1;
    /** The command line cannot be understood. */
    static final int USAGE = 2;

    private ExitCode() {}
}
