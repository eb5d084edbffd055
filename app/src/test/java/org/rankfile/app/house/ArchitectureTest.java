// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;

/// What the poms and the module descriptors cannot say of docs/ARCHITECTURE.md.
class ArchitectureTest {
    private static final JavaClasses SHIPPED =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("testkit"))
                    .importPackages("org.rankfile");

    private static final String BOOT = "org.rankfile.app.boot..";

    @Test
    void bouncyCastleIsKnownInOnePackage() {
        only(
                "org.bouncycastle..",
                "org.rankfile.crypto.bc..",
                "a library that is hidden can be replaced");
    }

    @Test
    void nettyIsKnownInOnePackage() {
        only(
                "io.netty..",
                "org.rankfile.net.transport..",
                "protocols are pure and can be replayed");
    }

    @Test
    void sqlIsKnownInOnePackage() {
        only("java.sql..", "org.rankfile.store.sqlite..", "only the store knows how it stores");
        only("org.sqlite..", "org.rankfile.store.sqlite..", "only the store knows how it stores");
    }

    @Test
    void onnxIsKnownInOnePackage() {
        only("ai.onnxruntime..", "org.rankfile.llm.onnx..", "the runtime can be replaced");
    }

    @Test
    void callsGoDownwards() {
        apart("org.rankfile.ballot..", "store", "net", "oplog", "domain", "llm", "app");
        apart("org.rankfile.crypto..", "ballot", "store", "net", "oplog", "domain", "llm", "app");
        apart("org.rankfile.store..", "net", "oplog", "domain", "llm", "app");
        apart("org.rankfile.net..", "store", "oplog", "domain", "llm", "app");
        apart("org.rankfile.llm..", "crypto", "store", "net", "oplog", "domain", "app");
        apart("org.rankfile.oplog..", "domain", "llm", "app");
        apart("org.rankfile.domain..", "store", "net", "llm", "app");
    }

    @Test
    void areasOfTheDomainDoNotKnowTheirSiblings() {
        apart("org.rankfile.domain.roster..", "domain.grievance");
        apart("org.rankfile.domain.grievance..", "domain.roster");
    }

    @Test
    void timeAndRandomnessComeThroughConstructors() {
        ArchRule rule =
                noClasses()
                        .that()
                        .resideOutsideOfPackage(BOOT)
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(LocalDate.class, "now")
                        .orShould()
                        .callMethod(LocalDateTime.class, "now")
                        .orShould()
                        .callMethod(ZonedDateTime.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(InstantSource.class, "system")
                        .orShould()
                        .callMethod(Clock.class, "systemUTC")
                        .orShould()
                        .callMethod(Clock.class, "systemDefaultZone")
                        .orShould()
                        .callMethod(UUID.class, "randomUUID")
                        .orShould()
                        .callMethod(Thread.class, "sleep", long.class)
                        .orShould()
                        .callConstructor(SecureRandom.class)
                        .because("the simulator replays a run from its seed");
        rule.allowEmptyShould(true).check(SHIPPED);
    }

    @Test
    void onlyTheWindowKnowsTheSceneGraph() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .because("a view model is tested without a window")
                .allowEmptyShould(true)
                .check(SHIPPED);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.rankfile.app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..")
                .because("the domain has never heard of screens")
                .allowEmptyShould(true)
                .check(SHIPPED);
    }

    @Test
    void screensDoNotKnowEachOther() {
        slices().matching("org.rankfile.app.feature.(*)..")
                .should()
                .notDependOnEachOther()
                .because("a screen can be read, tested and thrown away alone")
                .check(SHIPPED);
        noClasses()
                .that()
                .resideInAPackage("org.rankfile.app.feature..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.rankfile.app.shell..", "org.rankfile.app.boot..")
                .because("the window knows its screens, not the other way round")
                .check(SHIPPED);
    }

    private static void only(String library, String room, String reason) {
        noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because(reason)
                .allowEmptyShould(true)
                .check(SHIPPED);
    }

    private static void apart(String from, String... others) {
        for (String other : others) {
            noClasses()
                    .that()
                    .resideInAPackage(from)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.rankfile." + other + "..")
                    .because("calls go down and facts come back up (docs/ARCHITECTURE.md)")
                    .allowEmptyShould(true)
                    .check(SHIPPED);
        }
    }
}
