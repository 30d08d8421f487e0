package org.tonmeister.gateway.access;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The access tokens, from a file that holds only their SHA-256: who reads the file cannot use them. A token is meant to
 * be random and long, so the plain hash is enough, and looking it up tells nothing by the time it takes.
 */
public final class Tokens {
    private final Map<String, Caller> byHash;

    private Tokens(Map<String, Caller> byHash) {
        this.byHash = Map.copyOf(byHash);
    }

    /**
     * The tokens in a file: a line each, {@code name scope,scope sha256-in-hex}; what begins with {@code #} is a comment.
     *
     * @throws IOException if it cannot be read
     * @throws InvalidTokensException if a line makes no sense, or there is none
     */
    public static Tokens read(Path file) throws IOException, InvalidTokensException {
        try {
            return parse(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (MalformedInputException e) {
            throw new InvalidTokensException("must be a text file in UTF-8");
        }
    }

    static Tokens parse(List<String> lines) throws InvalidTokensException {
        var byHash = new HashMap<String, Caller>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                var entry = TokenLine.parse(i + 1, line);
                if (byHash.put(entry.hash(), entry.caller()) != null) {
                    throw new InvalidTokensException(i + 1, "the same token stands in a line before");
                }
            }
        }
        if (byHash.isEmpty()) {
            throw new InvalidTokensException("must hold at least one token");
        }
        return new Tokens(byHash);
    }

    /** Who has this token. */
    Optional<Caller> find(String token) {
        return Optional.ofNullable(byHash.get(hash(token)));
    }

    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
