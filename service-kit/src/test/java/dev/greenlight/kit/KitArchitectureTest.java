package dev.greenlight.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "dev.greenlight.kit", importOptions = ImportOption.DoNotIncludeTests.class)
class KitArchitectureTest {

    @ArchTest
    static final ArchRule VALUES_ARE_PLAIN_JAVA = noClasses()
            .that()
            .resideInAnyPackage("..kit.staffing..", "..kit.money..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "org.jspecify..", "..kit.staffing..", "..kit.money..");

    @ArchTest
    static final ArchRule ONLY_WIRING_READS_THE_CLOCK_OF_THE_MACHINE = noClasses()
            .that()
            .doNotHaveSimpleName("ServiceKitAutoConfiguration")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.greenlight.kit.(*)..").should().beFreeOfCycles();
}
