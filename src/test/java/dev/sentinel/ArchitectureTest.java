package dev.sentinel;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who may import whom, as data. The same table stands in ARCHITECTURE.md.
class ArchitectureTest {

    private static final JavaClasses SENTINEL =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.sentinel");

    private static final Map<String, Set<String>> MAY_IMPORT =
            Map.ofEntries(
                    entry("config", Set.of("model")),
                    entry("contain", Set.of("linux")),
                    entry("manual", Set.of("model")),
                    entry("model", Set.of()),
                    entry("policy", Set.of("model")),
                    entry(
                            "supervise",
                            Set.of("model", "policy", "sample", "contain", "terminate", "linux")),
                    entry("sample", Set.of("model", "linux")),
                    entry("scene", Set.of("model", "view")),
                    entry("terminate", Set.of("model", "linux")),
                    entry("linux", Set.of()),
                    entry("view", Set.of("model")),
                    entry("view.console", Set.of("model", "view")),
                    entry("view.metrics", Set.of("model", "view")),
                    entry("view.socket", Set.of("model", "view", "scene")),
                    entry("view.terminal", Set.of("model", "view", "scene")),
                    entry("view.web", Set.of("model", "view")));

    /// Wires everything, and is imported by Main alone.
    private static final String TOP = "cli";

    private static final Map<String, Set<String>> HOMES =
            Map.of(
                    "java.lang.foreign..", Set.of("linux"),
                    "picocli..", Set.of("cli", "manual"),
                    "oshi..", Set.of("sample", "cli"),
                    "com.googlecode.lanterna..", Set.of("view.terminal"),
                    "io.prometheus..", Set.of("view.metrics"),
                    "org.newsclub..", Set.of("view.socket"),
                    "at.favre..", Set.of("view.web"),
                    "javax.net.ssl..", Set.of("view.web"),
                    "org.yaml..", Set.of("config"),
                    "com.grack.nanojson..", Set.of("view", "scene"));

    private static String[] packages(Set<String> names, String... more) {
        return Stream.concat(names.stream(), Stream.of(more))
                .map(name -> "dev.sentinel." + name)
                .toArray(String[]::new);
    }

    @Test
    void imports_follow_the_table() {
        MAY_IMPORT.forEach((name, allowed) ->
                noClasses()
                        .that()
                        .resideInAPackage("dev.sentinel." + name)
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage("dev.sentinel..")
                                        .and(not(resideInAnyPackage(packages(allowed, name)))))
                        .check(SENTINEL));
    }

    @Test
    void the_table_names_every_package() {
        Set<String> there =
                SENTINEL.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> !name.equals("dev.sentinel"))
                        .map(name -> name.substring("dev.sentinel.".length()))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = new TreeSet<>(MAY_IMPORT.keySet());
        named.add(TOP);
        assertEquals(named, there);
    }

    @Test
    void each_library_stays_at_home() {
        HOMES.forEach((library, homes) ->
                noClasses()
                        .that()
                        .resideOutsideOfPackages(packages(homes))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(library)
                        .check(SENTINEL));
    }

    @Test
    void values_and_judges_touch_no_file_and_no_network() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.sentinel.model", "dev.sentinel.policy")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..", "java.nio..", "java.net..", "java.util.concurrent..")
                .check(SENTINEL);
    }

    @Test
    void only_the_wiring_reads_a_clock() {
        noClasses()
                .that()
                .haveNameNotMatching("dev.sentinel.cli.Wiring.*")
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .check(SENTINEL);
    }

    @Test
    void nobody_sleeps_and_only_main_exits() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(SENTINEL);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.sentinel.Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(SENTINEL);
    }

    @Test
    void there_are_no_abstract_classes() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .should()
                .notHaveModifier(JavaModifier.ABSTRACT)
                .check(SENTINEL);
    }

    @Test
    void names_say_what_a_class_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Utils?|Helper|Impl|Processor)")
                .check(SENTINEL);
    }
}
