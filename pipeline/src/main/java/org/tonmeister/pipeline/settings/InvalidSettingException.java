package org.tonmeister.pipeline.settings;

/** A setting that cannot be used. The message is one line for the user: which variable, what value, what is allowed. */
public final class InvalidSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param variable name of the environment variable
     * @param value what it holds; hidden in the message if the name says that it is a secret
     * @param allowed what may stand there, as in {@code "must be a whole number from 1 to 64"}
     */
    public InvalidSettingException(String variable, String value, String allowed) {
        super(variable + " is '" + Secrets.hide(variable, value) + "': " + allowed);
    }
}
