package dev.greenlight.sales;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.stereotype.Component;

@AnalyzeClasses(packages = "dev.greenlight.sales", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** What talks to the outside: Spring's components, controllers and repositories with what is nested in them, event readers. */
    private static final DescribedPredicate<JavaClass> EDGE = DescribedPredicate.describe(
            "are at the edge",
            type -> isEdge(outermost(type)) || type.getPackageName().equals("dev.greenlight.sales"));

    @ArchTest
    static final ArchRule theDomainIsPlainJava = noClasses()
            .that(DescribedPredicate.not(EDGE))
            .and()
            .resideOutsideOfPackage("..rows..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "java.sql..",
                    "javax.sql..",
                    "tools.jackson..",
                    "com.fasterxml..",
                    "org.apache.avro..",
                    "org.apache.kafka..",
                    "dev.greenlight.events..",
                    "jakarta..");

    @ArchTest
    static final ArchRule businessWordsDependOneWay =
            slices().matching("dev.greenlight.sales.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule controllersAreNobodysBusiness = classes()
            .that(simpleNameEndingWith("Controller"))
            .should()
            .bePackagePrivate()
            .andShould()
            .onlyBeAccessed()
            .byClassesThat(DescribedPredicate.describe(
                    "are part of it", type -> outermost(type).getSimpleName().endsWith("Controller")));

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    private static boolean isEdge(JavaClass type) {
        return type.isMetaAnnotatedWith(Component.class)
                || type.getSimpleName().endsWith("Events")
                || type.getSimpleName().endsWith("Body");
    }
}
