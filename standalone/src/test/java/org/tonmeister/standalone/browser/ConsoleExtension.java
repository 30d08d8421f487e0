package org.tonmeister.standalone.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a fresh tab of a browser and a process that all of them share, and looks afterwards whether the browser complained of
 * anything; tests that want it also the gateway with tokens.
 */
final class ConsoleExtension implements ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(ConsoleExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == ConsoleTab.class || type == TokenGateway.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var shared = context.getRoot().getStore(NAMESPACE);
        var serve = shared.getOrComputeIfAbsent(ServeProcess.class, key -> start(), ServeProcess.class);
        if (parameter.getParameter().getType() == TokenGateway.class) {
            return shared.getOrComputeIfAbsent(TokenGateway.class, key -> start(serve), TokenGateway.class);
        }
        var browser = shared.getOrComputeIfAbsent(Chromium.class, key -> Chromium.start(), Chromium.class);
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(ConsoleTab.class, key -> open(browser, serve), ConsoleTab.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var tab = context.getStore(NAMESPACE).remove(ConsoleTab.class, ConsoleTab.class);
        if (tab == null) {
            return;
        }
        try (tab) {
            if (context.getExecutionException().isPresent()) {
                tab.screenshot("failed-" + context.getRequiredTestMethod().getName());
            } else {
                Assertions.assertThat(tab.complaints()).as("browser console").isEmpty();
                Assertions.assertThat(tab.requestsElsewhere())
                        .as("requests to other hosts")
                        .isEmpty();
            }
        }
    }

    private static ServeProcess start() {
        try {
            return ServeProcess.start(Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TokenGateway start(ServeProcess serve) {
        try {
            return TokenGateway.start(serve.bootstrapServers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConsoleTab open(Chromium browser, ServeProcess serve) {
        try {
            return ConsoleTab.open(browser, serve.address(), Files.createTempDirectory("tonmeister-downloads"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
