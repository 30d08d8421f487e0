package org.tonmeister.standalone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.tonmeister.pipeline.logrange.LogRangeWriter;

/** The walls between the rooms; see docs/architecture.md. */
@AnalyzeClasses(packages = "org.tonmeister", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
    private static final String ROOT = "org.tonmeister.";
    private static final List<String> SERVICES = List.of("ingest", "feature", "predict", "mix");
    private static final List<String> ROOMS = List.of(
            "schemas",
            "audio",
            "neural",
            "pipeline",
            "client",
            "operations",
            "ingest",
            "feature",
            "predict",
            "mix",
            "gateway",
            "training",
            "standalone");

    /** Packages of Kafka's broker; clients and Streams live in others. */
    private static final String[] BROKER = {
        "kafka..",
        "org.apache.kafka.controller..",
        "org.apache.kafka.coordinator..",
        "org.apache.kafka.image..",
        "org.apache.kafka.metadata..",
        "org.apache.kafka.network..",
        "org.apache.kafka.raft..",
        "org.apache.kafka.server..",
        "org.apache.kafka.storage..",
    };

    @ArchTest
    static void everyRoomIsLookedAt(JavaClasses all) {
        for (String room : ROOMS) {
            assertThat(all.stream().map(JavaClass::getPackageName))
                    .as("classes of %s", room)
                    .anyMatch(name -> (name + ".").startsWith(ROOT + room + "."));
        }
    }

    @ArchTest
    static final ArchRule schemasDependsOnNoRoom = dependsAtMostOn("schemas");

    @ArchTest
    static final ArchRule audioDependsOnNoRoom = dependsAtMostOn("audio");

    @ArchTest
    static final ArchRule neuralDependsOnSchemas = dependsAtMostOn("neural", "schemas");

    @ArchTest
    static final ArchRule onlyNeuralAndTrainingKnowPyTorch = noClasses()
            .that(resideOutsideOfPackages(ROOT + "neural..", ROOT + "training.."))
            .should()
            .dependOnClassesThat(resideInAPackage("ai.djl.."));

    @ArchTest
    static final ArchRule pipelineDependsOnSchemas = dependsAtMostOn("pipeline", "schemas");

    @ArchTest
    static final ArchRule clientDependsOnPipeline = dependsAtMostOn("client", "schemas", "pipeline");

    @ArchTest
    static final ArchRule operationsDependOnPipeline = dependsAtMostOn("operations", "schemas", "pipeline");

    @ArchTest
    static void servicesDependOnNoOtherService(JavaClasses all) {
        for (String service : SERVICES) {
            dependsAtMostOn(service, "schemas", "audio", "neural", "pipeline").check(all);
        }
    }

    @ArchTest
    static final ArchRule gatewaySpeaksToTopicsOnly =
            dependsAtMostOn("gateway", "schemas", "audio", "pipeline", "client", "operations");

    /** The view's producers are Kafka Streams' own. */
    @ArchTest
    static final ArchRule theGatewayWritesThroughTheClient = noClasses()
            .that(resideInAPackage(ROOT + "gateway..").and(resideOutsideOfPackage(ROOT + "gateway.view..")))
            .should()
            .dependOnClassesThat(assignableTo(Producer.class));

    @ArchTest
    static final ArchRule onlyTheClientWritesTheBytesOfUploads = noClasses()
            .that(resideOutsideOfPackages(ROOT + "client..", ROOT + "pipeline.logrange.."))
            .should()
            .dependOnClassesThat(assignableTo(LogRangeWriter.class));

    @ArchTest
    static final ArchRule onlyTheGatewayKnowsVertx = noClasses()
            .that(resideOutsideOfPackages(ROOT + "gateway.."))
            .should()
            .dependOnClassesThat(resideInAPackage("io.vertx.."));

    @ArchTest
    static final ArchRule trainingUsesTheClassesThatRun =
            dependsAtMostOn("training", "schemas", "audio", "neural", "pipeline", "feature", "predict");

    @ArchTest
    static final ArchRule audioKnowsNeitherKafkaNorAvro = noClasses()
            .that(resideInAPackage(ROOT + "audio.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.kafka..", "org.apache.avro..", "kafka.."));

    @ArchTest
    static final ArchRule onlyOnePackageKnowsTheBroker = noClasses()
            .that(resideOutsideOfPackages(ROOT + "standalone.broker.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(BROKER));

    @ArchTest
    static final ArchRule onlyTheEnsembleAndTheGatewayKnowStreams = noClasses()
            .that(resideOutsideOfPackages(ROOT + "predict..", ROOT + "gateway.view.."))
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.kafka.streams.."));

    @ArchTest
    static final ArchRule onlyPackagesForPlotsKnowThePlottingLibrary = noClasses()
            .that(resideOutsideOfPackages(ROOT + "standalone.plot..", ROOT + "training.evaluate.plot.."))
            .should()
            .dependOnClassesThat(resideInAPackage("org.knowm.."));

    @ArchTest
    static final ArchRule soundsAndPicturesKnowNeitherKafkaNorAvro = noClasses()
            .that(resideInAnyPackage(ROOT + "standalone.plot..", ROOT + "standalone.sound.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.kafka..", "org.apache.avro..", "kafka.."));

    @ArchTest
    static final ArchRule noPackageNeedsItself =
            slices().assignedFrom(new ByPackage()).should().beFreeOfCycles();

    private static ArchRule dependsAtMostOn(String room, String... others) {
        String[] allowed = Stream.concat(Stream.of(room), Arrays.stream(others))
                .map(name -> ROOT + name + "..")
                .toArray(String[]::new);
        return classes()
                .that(resideInAPackage(ROOT + room + ".."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(resideOutsideOfPackages("org.tonmeister..")));
    }

    /** Every package of ours is a slice of its own. */
    private static final class ByPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            return (name + ".").startsWith(ROOT) ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
