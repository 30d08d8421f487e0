package org.tonmeister.feature;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.tonmeister.neural.file.NetworkFiles;
import org.tonmeister.neural.file.PartFile;
import org.tonmeister.neural.file.PartFile.Part;
import org.tonmeister.pipeline.settings.EnvironmentReader;
import org.tonmeister.pipeline.settings.InvalidSettingException;

/** Where the encoder of {@code ast-features} comes from. Its weights are read once and opened for each thread. */
final class EncoderSource {
    /** A folder with {@code encoder.json} and {@code encoder.params}, or a TorchScript file {@code *.pt}. */
    static final String VARIABLE = "TONMEISTER_AST_ENCODER";
    /** The folder of models that predict-service reads too; its {@code ast} may hold an encoder beside the head. */
    static final String MODEL_FOLDER = "TONMEISTER_MODEL_FOLDER";

    private static final String NAME = "ast";
    private static final String SCRIPTED = ".pt";
    private static final int VERSION_DIGITS = 8;

    /** Opens an encoder. */
    @FunctionalInterface
    private interface Opener {
        WindowEncoder open(SpectrogramFeature spectrograms) throws IOException;
    }

    private final Opener opener;
    private final String variable;
    private final String value;

    private EncoderSource(Opener opener, String variable, String value) {
        this.opener = opener;
        this.variable = variable;
        this.value = value;
    }

    /**
     * The encoder that the settings name, else the one that comes with this release, if any does.
     *
     * @throws InvalidSettingException if it cannot be read
     */
    static Optional<EncoderSource> from(EnvironmentReader environment) {
        var named = environment.text(VARIABLE);
        var models = environment.text(MODEL_FOLDER);
        if (named.isPresent()) {
            return Optional.of(named(environment.path(VARIABLE, null), named.get()));
        }
        Optional<EncoderSource> beside = models.flatMap(folder ->
                own(NetworkFiles.folder(environment.path(MODEL_FOLDER, null).resolve(NAME)), MODEL_FOLDER, folder));
        return beside.isPresent() ? beside : own(NetworkFiles.bundled(EncoderSource.class, NAME), "", "");
    }

    /**
     * Opens the encoder for one thread.
     *
     * @param first what it is to be tried on
     * @throws InvalidSettingException if the file that the settings name is not that of an encoder
     */
    WindowEncoder open(SpectrogramFeature spectrograms, Window first) {
        WindowEncoder encoder = null;
        try {
            encoder = opener.open(spectrograms);
            encoder.embedding(first);
            return encoder;
        } catch (IOException e) {
            throw unusable(variable, value, e);
        } catch (IllegalArgumentException e) {
            if (encoder != null) {
                encoder.close();
            }
            throw unusable(variable, value, e);
        }
    }

    private static EncoderSource named(Path path, String value) {
        if (Files.isDirectory(path)) {
            return own(NetworkFiles.folder(path), VARIABLE, value)
                    .orElseThrow(() -> new InvalidSettingException(VARIABLE, value, "the folder has no encoder.json"));
        }
        if (!path.toString().endsWith(SCRIPTED) || !Files.isRegularFile(path)) {
            throw new InvalidSettingException(
                    VARIABLE,
                    value,
                    "must be a folder with encoder.json and encoder.params, or a TorchScript file *" + SCRIPTED);
        }
        try {
            String version = version(path);
            return new EncoderSource(spectrograms -> new PublishedEncoder(path, version), VARIABLE, value);
        } catch (IOException e) {
            throw unusable(VARIABLE, value, e);
        }
    }

    private static Optional<EncoderSource> own(NetworkFiles files, String variable, String value) {
        try {
            return PartFile.find(files, Part.ENCODER)
                    .map(file ->
                            new EncoderSource(spectrograms -> new OwnEncoder(file, spectrograms), variable, value));
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(variable, value, e);
        }
    }

    /** What is wrong with a setting is the user's mistake; what is wrong with this release is ours. */
    private static RuntimeException unusable(String variable, String value, Exception cause) {
        if (variable.isEmpty()) {
            return new IllegalStateException(
                    "The encoder of this release cannot be used: " + cause.getMessage(), cause);
        }
        return new InvalidSettingException(variable, value, "cannot be used: " + reason(cause));
    }

    private static String reason(Exception cause) {
        return cause instanceof IOException ? "it cannot be read (" + cause + ")" : cause.getMessage();
    }

    private static String version(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                var digested =
                        new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(digested);
            return HexFormat.of()
                    .formatHex(digested.getMessageDigest().digest())
                    .substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
