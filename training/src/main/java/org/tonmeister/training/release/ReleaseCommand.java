package org.tonmeister.training.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.tonmeister.neural.network.Architecture;
import org.tonmeister.training.command.Attempt;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.evaluate.ModelsOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train release}. */
@Command(
        name = "release",
        description =
                "Puts trained and evaluated networks where the services take them from, each with its model card.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class ReleaseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelsOption models;

    @Option(names = "--project", paramLabel = "DIR", defaultValue = ".", description = "The project's folder.")
    private Path project;

    @Option(
            names = "--evaluation",
            paramLabel = "FILE",
            defaultValue = "docs/evaluation.json",
            description = "What evaluate wrote, from the project's folder on.")
    private Path evaluation;

    @Override
    public Integer call() throws InterruptedException {
        return Attempt.of(spec, this::run);
    }

    private void run() throws TrainingException, IOException {
        if (!Files.isRegularFile(project.resolve("pom.xml"))) {
            throw new TrainingException(project + " is not the project's folder: name it by --project");
        }
        try {
            release();
        } catch (IllegalArgumentException e) {
            throw new TrainingException(e.getMessage(), e);
        }
        spec.commandLine().getErr().println("The next build takes the networks with it.");
    }

    private void release() throws IOException {
        JsonNode figures = read(project.resolve(evaluation));
        for (Destination destination : Destination.all()) {
            copy(models.models().resolve(destination.model()).resolve(destination.file()), destination.resource());
        }
        copy(models.models().resolve("ensemble-weights.json"), Destination.ensembleWeights());
        for (Architecture architecture : Architecture.values()) {
            String model = architecture.label();
            var card = new ModelCard(model, read(models.models().resolve(model).resolve("fit.json")), figures);
            Files.writeString(project.resolve(Destination.card(model)), card.toString());
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(file));
    }

    private void copy(Path from, Path resource) throws IOException {
        Path to = project.resolve(resource);
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
