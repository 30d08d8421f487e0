package org.tonmeister.gateway.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.regex.Pattern;

/** One line of the file of tokens. */
record TokenLine(String hash, Caller caller) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int WORDS = 3;

    static TokenLine parse(int number, String line) throws InvalidTokensException {
        String[] words = line.split("\\s+");
        if (words.length != WORDS) {
            throw new InvalidTokensException(number, "must be a name, scopes between commas, and a SHA-256 in hex");
        }
        String hash = words[2].toLowerCase(Locale.ROOT);
        if (!HASH.matcher(hash).matches()) {
            throw new InvalidTokensException(number, "the last word must be the token's SHA-256 in hex, 64 digits");
        }
        var scopes = EnumSet.noneOf(Scope.class);
        for (String word : words[1].split(",")) {
            scopes.add(Arrays.stream(Scope.values())
                    .filter(scope -> scope.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new InvalidTokensException(
                            number, "there is no scope '" + word + "': there are upload, read and admin")));
        }
        return new TokenLine(hash, new Caller(words[0], scopes));
    }
}
