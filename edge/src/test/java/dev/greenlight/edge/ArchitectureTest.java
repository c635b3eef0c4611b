package dev.greenlight.edge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(packages = "dev.greenlight.edge", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    /** A company's own issuer must be able to take its place. */
    @ArchTest
    static final ArchRule nothingNeedsTheEmbeddedIdentityProvider = noClasses()
            .that()
            .resideOutsideOfPackage("..identity..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..identity..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = SlicesRuleDefinition.slices()
            .matching("dev.greenlight.edge.(*)..")
            .should()
            .beFreeOfCycles();

    /** The door knows addresses of services, not their code or their database. */
    @ArchTest
    static final ArchRule theDoorKnowsNoService = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.greenlight.kit..", "dev.greenlight.events..", "dev.greenlight.contracts..", "java.sql..");
}
