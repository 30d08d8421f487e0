package org.tonmeister.gateway.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A module of the console, as far as its text tells without a parser: imports and exports stand at the beginning of a
 * line, each in one statement.
 */
final class JsModule {
    private static final Pattern COMMENT =
            Pattern.compile("/\\*.*?\\*/|^\\s*//.*?$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern IMPORT =
            Pattern.compile("^import (?:(\\w+)|\\{([^}]*)\\}) from '([^']+)';", Pattern.MULTILINE);
    private static final Pattern LATER = Pattern.compile("import\\('([^']+)'\\)\\)\\.(\\w+)");
    private static final Pattern WORKER = Pattern.compile("new URL\\('([^']+)', import\\.meta\\.url\\)");
    private static final Pattern EXPORT =
            Pattern.compile("^export (?:async )?(?:const|function|class) (\\w+)", Pattern.MULTILINE);
    private static final Pattern NAME =
            Pattern.compile("(?:(?:const|let|function\\*?|class) (\\w+)|^ +(?:get )?(#\\w+))", Pattern.MULTILINE);

    private final Path file;
    private final String text;

    private JsModule(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    static JsModule read(Path file) throws IOException {
        return new JsModule(file, COMMENT.matcher(Files.readString(file)).replaceAll(""));
    }

    Path file() {
        return file;
    }

    /** One name from another module. */
    record Import(Path file, String name) {}

    /** What it takes when it is loaded. */
    List<Import> imports() {
        var imports = new ArrayList<Import>();
        for (MatchResult found : IMPORT.matcher(text).results().toList()) {
            Path from = resolve(found.group(3));
            if (found.group(1) != null) {
                imports.add(new Import(from, "default"));
            } else {
                Arrays.stream(found.group(2).split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .forEach(name -> imports.add(new Import(from, name)));
            }
        }
        return imports;
    }

    /** What it takes later. */
    List<Import> laterImports() {
        return LATER.matcher(text)
                .results()
                .map(found -> new Import(resolve(found.group(1)), found.group(2)))
                .toList();
    }

    /** Scripts of its workers. */
    List<Path> workers() {
        return WORKER.matcher(text)
                .results()
                .map(found -> resolve(found.group(1)))
                .toList();
    }

    Set<String> exports() {
        var names = new HashSet<String>();
        EXPORT.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /** Names that are declared or imported and never mentioned again. */
    List<String> unused() {
        var names = new HashSet<String>();
        IMPORT.matcher(text).results().forEach(found -> {
            if (found.group(1) != null) {
                names.add(found.group(1));
            }
        });
        imports().stream()
                .map(Import::name)
                .filter(name -> !name.equals("default"))
                .forEach(names::add);
        NAME.matcher(text)
                .results()
                .forEach(found -> names.add(found.group(1) == null ? found.group(2) : found.group(1)));
        names.removeAll(exports());
        return names.stream().filter(name -> mentions(name) < 2).sorted().toList();
    }

    private long mentions(String name) {
        return Pattern.compile("(?<![\\w$#])" + Pattern.quote(name) + "(?!\\w)")
                .matcher(text.replace("this.", "").replace("super.", ""))
                .results()
                .count();
    }

    private Path resolve(String relative) {
        return file.resolveSibling(relative).normalize();
    }
}
