package org.tonmeister.standalone.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's browser with its driver, without a window; starting it takes longer than most tests, so they share one. */
final class Chromium implements AutoCloseable {
    private final ChromeDriver driver;
    private final String firstTab;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
        this.firstTab = driver.getWindowHandle();
    }

    static boolean installed() {
        return program("chromium").isPresent() && program("chromedriver").isPresent();
    }

    static Chromium start() {
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(program("chromium").orElseThrow().toFile());
        // Root may run tests in a container, where neither sandbox nor a large /dev/shm is to be had.
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--mute-audio", "--window-size=1280,900");
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("chromedriver").orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        return new Chromium(new ChromeDriver(service, options));
    }

    /**
     * A fresh tab: no screen is emulated, no address blocked, nothing stored, nothing said.
     *
     * @param downloads where its downloads go
     */
    ChromeDriver openTab(Path downloads) {
        driver.switchTo().newWindow(WindowType.TAB);
        driver.executeCdpCommand(
                "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", downloads.toString()));
        driver.manage().logs().get(LogType.BROWSER);
        return driver;
    }

    void closeTab() {
        driver.close();
        driver.switchTo().window(firstTab);
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static Optional<Path> program(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
