package org.tonmeister.standalone.browser;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** The console in a tab of its own. */
final class ConsoleTab implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Chromium browser;
    private final ChromeDriver driver;
    private final Path downloads;
    private URI console;

    private ConsoleTab(Chromium browser, Path downloads) {
        this.browser = browser;
        this.driver = browser.openTab(downloads);
        this.downloads = downloads;
    }

    static ConsoleTab open(Chromium browser, URI console, Path downloads) {
        return new ConsoleTab(browser, downloads).visit(console);
    }

    /** Goes to another gateway's console. */
    ConsoleTab visit(URI other) {
        console = other;
        driver.get(console.toString());
        return this;
    }

    /** Answers the question for a token. */
    void enterToken(String token) {
        var input = find("dialog[open] input");
        input.clear();
        input.sendKeys(token, Keys.ENTER);
        until("the question is answered", () -> isGone(input));
    }

    private static boolean isGone(WebElement element) {
        try {
            return !element.isDisplayed();
        } catch (StaleElementReferenceException e) {
            return true;
        }
    }

    /** Goes to a page by its address's fragment. */
    void go(String fragment) {
        driver.get(console + "#" + fragment);
    }

    URI console() {
        return console;
    }

    /** The files that have come whole. */
    List<Path> downloaded() throws IOException {
        try (var files = Files.list(downloads)) {
            return files.filter(file -> !file.toString().endsWith(".crdownload")
                            && !file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    /** The element of a CSS selector, as soon as it is there. */
    WebElement find(String css) {
        until("there is " + css, () -> !driver.findElements(By.cssSelector(css)).isEmpty());
        return driver.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** The button with that text or label. */
    WebElement button(String name) {
        return named("button", name);
    }

    /** The link with that text. */
    WebElement link(String name) {
        return named("a", name);
    }

    private WebElement named(String element, String name) {
        var place = By.xpath("//" + element + "[normalize-space()='" + name + "' or @aria-label='" + name + "']");
        until("there is " + element + " '" + name + "'", () -> !driver.findElements(place)
                .isEmpty());
        return driver.findElement(place);
    }

    /** Whether some element has that text. */
    boolean shows(String text) {
        return driver.findElement(By.tagName("body")).getText().contains(text);
    }

    void until(String what, Callable<Boolean> condition) {
        await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreException(StaleElementReferenceException.class)
                .until(condition);
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** What a script's last argument is called with. */
    Object runAsync(String script, Object... arguments) {
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        return driver.executeAsyncScript(script, arguments);
    }

    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Presses Tab until the element with the focus fits a CSS selector. */
    void tabTo(String css) {
        await("the Tab key leads to " + css)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    press(Keys.TAB);
                    return (Boolean) run("return document.activeElement.matches(arguments[0])", css);
                });
    }

    /** Lets no request for such addresses out (CDP patterns, with *); none: all are let out again. */
    void block(String... addresses) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of(addresses)));
    }

    /** Drags files and folders over the middle of an element as from the desktop, and there lets them fall. */
    void drop(WebElement place, Path... files) {
        drag("dragEnter", place, files);
        drag("dragOver", place, files);
        drag("drop", place, files);
    }

    private void drag(String event, WebElement place, Path... files) {
        var box = place.getRect();
        driver.executeCdpCommand(
                "Input.dispatchDragEvent",
                Map.of(
                        "type",
                        event,
                        "x",
                        box.getX() + box.getWidth() / 2,
                        "y",
                        box.getY() + box.getHeight() / 2,
                        "data",
                        Map.of(
                                "items",
                                List.of(),
                                "files",
                                Arrays.stream(files).map(Path::toString).toList(),
                                "dragOperationsMask",
                                1)));
    }

    /** A screen of that width, light or dark. */
    void look(int width, int height, String theme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
    }

    /** Keeps a picture of the whole page. */
    void screenshot(String name) {
        var answer = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), Base64.getDecoder().decode((String) answer.get("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the browser's own console says, from warnings up. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Addresses of other hosts that were asked for anything. */
    @SuppressWarnings("unchecked")
    List<String> requestsElsewhere() {
        return (List<String>) run("return performance.getEntriesByType('resource').map(entry => entry.name)"
                + ".filter(name => !name.startsWith(location.origin) && !name.startsWith('blob:'))");
    }

    @Override
    public void close() {
        browser.closeTab();
        try (var files = Files.walk(downloads)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
