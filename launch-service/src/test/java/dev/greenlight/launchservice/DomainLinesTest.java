package dev.greenlight.launchservice;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/** The lines of the service: rules are plain Java, business words do not depend on each other in circles. */
@AnalyzeClasses(packagesOf = LaunchServiceApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class DomainLinesTest {
    /** What Spring makes or fills stands at the edge, with all that is nested in it; everything else is domain. */
    private static final DescribedPredicate<JavaClass> DOMAIN = DescribedPredicate.describe(
            "domain",
            type -> !isShell(outermost(type))
                    && !outermost(type).getSimpleName().equals("package-info"));

    @ArchTest
    static final ArchRule theDomainIsPlainJava = noClasses()
            .that(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "java.sql..",
                    "javax.sql..",
                    "jakarta..",
                    "tools.jackson..",
                    "com.fasterxml..",
                    "org.apache..",
                    "dev.greenlight.events..",
                    "dev.greenlight.contracts..",
                    "dev.greenlight.kit.outbox..",
                    "dev.greenlight.kit.snapshot..",
                    "dev.greenlight.kit.signal..");

    @ArchTest
    static final ArchRule theDomainDoesNotKnowItsShell = noClasses()
            .that(DOMAIN)
            .should()
            .dependOnClassesThat(DescribedPredicate.describe("are of the shell", type -> isShell(outermost(type))));

    @ArchTest
    static final ArchRule businessWordsDependOneWay =
            slices().matching("dev.greenlight.launchservice.(*)..").should().beFreeOfCycles();

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(DomainLinesTest::outermost).orElse(type);
    }

    private static boolean isShell(JavaClass type) {
        return type.isMetaAnnotatedWith(Component.class)
                || type.isAnnotatedWith(Component.class)
                || type.isAnnotatedWith(ConfigurationProperties.class);
    }
}
