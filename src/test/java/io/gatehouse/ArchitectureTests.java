package io.gatehouse;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;

import jakarta.persistence.Entity;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The rules of the house that the compiler does not know. */
class ArchitectureTests {

    static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.gatehouse");

    @Test
    void modulesKeepToWhatTheyAreAllowedToUse() {

        ApplicationModules.of(Gatehouse.class).verify();
    }

    @Test
    void onlyTheWorkflowModuleKnowsTheEngine() {

        noClasses()
                .that()
                .resideOutsideOfPackage("io.gatehouse.workflow")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(CODE);
    }

    @Test
    void onlyModelsCallTasksBeans() {

        noClasses()
                .that(describe("are not such a bean", it -> !isTasksBean(it)))
                .should()
                .dependOnClassesThat(describe("are called by models", ArchitectureTests::isTasksBean))
                .check(CODE);
    }

    @Test
    void aggregatesRepositoriesAndControllersAreNobodyElsesBusiness() {

        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(CODE);
        classes()
                .that()
                .areAssignableTo(Repository.class)
                .should()
                .bePackagePrivate()
                .check(CODE);
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .bePackagePrivate()
                .check(CODE);
    }

    @Test
    void toysKnowTheWireOnly() {

        noClasses()
                .that()
                .haveSimpleNameStartingWith("Toy")
                .should()
                .dependOnClassesThat(describe(
                        "are Gatehouse's own",
                        it -> it.getPackageName().startsWith("io.gatehouse")
                                && !it.getPackageName().equals("io.gatehouse.sandbox")))
                .check(CODE);
    }

    @Test
    void moneyIsNeverAFloatingPointNumber() {

        fields().that()
                .haveNameMatching(".*([Pp]rice|[Aa]mount|[Ff]ee|[Mm]inor).*")
                .should()
                .notHaveRawType(double.class)
                .andShould()
                .notHaveRawType(float.class)
                .check(CODE);
    }

    /** A stream of rows keeps its connection until it is closed, and one that nobody closes for ever. */
    @Test
    void onlyExportsReadRowsAsAStream() {

        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.gatehouse.orders.OrderLists")
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .check(CODE);
    }

    /** The machines of several instances do not agree; whatever one of them compares with the time of another must. */
    @Test
    void nobodyReadsTheClockOfTheMachine() {

        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.gatehouse.core.CoreConfiguration")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Date.class)
                .check(CODE);
    }

    private static boolean isTasksBean(JavaClass type) {
        return type.getSimpleName().endsWith("Tasks") && !type.getPackageName().equals("io.gatehouse.workflow");
    }
}
