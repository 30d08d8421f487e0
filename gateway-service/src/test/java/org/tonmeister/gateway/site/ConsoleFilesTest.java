package org.tonmeister.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The console's files fit together; whether a browser takes them is tested with a browser, in standalone. */
class ConsoleFilesTest {
    private static final Pattern SCRIPT = Pattern.compile("<script [^>]*src=\"([^\"]+)\"");
    private static final Pattern PRELOAD = Pattern.compile("<link rel=\"modulepreload\" href=\"([^\"]+)\"");
    private static final Pattern STYLE = Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\"");
    private static final Pattern CLASS = Pattern.compile("\\.([a-z][A-Za-z-]*)(?=\\d?[ ,.:{>)\\[])");
    private static final Pattern RULES = Pattern.compile("\\{[^{}]*\\}");

    private static Path folder;
    private static Map<Path, JsModule> modules;
    private static String index;

    @BeforeAll
    static void read() throws IOException {
        // Tests run in the module's folder. Not target/classes: files that were deleted may still lie there.
        folder = Path.of("src", "main", "resources", "org", "tonmeister", "gateway", "console");
        index = Files.readString(folder.resolve("index.html"));
        modules = new TreeMap<>();
        for (Path file : files("js", ".js")) {
            modules.put(file, JsModule.read(file));
        }
        assertThat(modules).hasSizeGreaterThan(50);
    }

    @Test
    void imports_nameWhatIsExported() {
        var wrong = new ArrayList<String>();
        for (JsModule module : modules.values()) {
            allImports(module).forEach(taken -> {
                JsModule from = modules.get(taken.file());
                boolean there = from == null
                        ? Files.exists(taken.file())
                        : from.exports().contains(taken.name());
                if (!there) {
                    wrong.add(name(module.file()) + " takes " + taken.name() + " from " + name(taken.file()));
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void modules_areAllLoadedFromThePage() {
        var reached = closure(named(SCRIPT), module -> {
            var next = new ArrayList<Path>(module.workers());
            allImports(module).forEach(taken -> next.add(taken.file()));
            return next;
        });

        assertThat(reached).containsAll(modules.keySet());
    }

    @Test
    void exports_areAllTaken() {
        Set<String> taken = modules.values().stream()
                .flatMap(module -> allImports(module).stream())
                .map(one -> name(one.file()) + " " + one.name())
                .collect(Collectors.toSet());
        var exported = modules.values().stream()
                .flatMap(module -> module.exports().stream().map(export -> name(module.file()) + " " + export));

        assertThat(exported).isNotEmpty().allMatch(taken::contains);
    }

    @Test
    void names_areAllUsed() {
        var unused = modules.values().stream()
                .flatMap(module -> module.unused().stream().map(one -> name(module.file()) + " " + one));

        assertThat(unused).isEmpty();
    }

    @Test
    void theFirstPagesModules_areAskedForAtOnce() {
        var needed = closure(
                List.of(folder.resolve("js/main.js")),
                module -> module.imports().stream().map(JsModule.Import::file).toList());
        needed.remove(folder.resolve("js/main.js"));

        assertThat(named(PRELOAD)).containsExactlyInAnyOrderElementsOf(needed);
    }

    @Test
    void styles_areAllOnThePage_andEachClassIsUsed() throws IOException {
        assertThat(named(STYLE)).containsExactlyInAnyOrderElementsOf(files("css", ".css"));

        String users = index;
        for (Path file : modules.keySet()) {
            users += Files.readString(file);
        }
        var classes = new TreeSet<String>();
        for (Path file : files("css", ".css")) {
            String selectors = RULES.matcher(Files.readString(file)).replaceAll("{");
            CLASS.matcher(selectors).results().forEach(found -> classes.add(found.group(1)));
        }
        var text = users;
        assertThat(classes).hasSizeGreaterThan(50).allMatch(one -> Pattern.compile(
                        "(?<![\\w-])" + one + "(?![A-Za-z-])")
                .matcher(text)
                .find());
    }

    private static List<JsModule.Import> allImports(JsModule module) {
        var all = new ArrayList<>(module.imports());
        all.addAll(module.laterImports());
        return all;
    }

    private static Set<Path> closure(Collection<Path> beginning, Function<JsModule, List<Path>> next) {
        var reached = new LinkedHashSet<Path>();
        var waiting = new ArrayDeque<>(beginning);
        while (!waiting.isEmpty()) {
            Path file = waiting.remove();
            if (reached.add(file) && modules.containsKey(file)) {
                waiting.addAll(next.apply(modules.get(file)));
            }
        }
        return reached;
    }

    /** Files that the page names. */
    private static List<Path> named(Pattern link) {
        return link.matcher(index)
                .results()
                .map(found -> folder.resolve(found.group(1)))
                .toList();
    }

    private static List<Path> files(String below, String ending) throws IOException {
        try (var files = Files.walk(folder.resolve(below))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file) {
        return folder.relativize(file).toString();
    }
}
