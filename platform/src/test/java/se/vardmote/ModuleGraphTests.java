package se.vardmote;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** docs/architecture: modules know only those to their left, and the code keeps the few rules that a compiler cannot. */
class ModuleGraphTests {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("se.vardmote");

    @Test
    void every_module_uses_only_the_modules_that_it_names() {
        ApplicationModules.of(Vardmote.class).verify();
    }

    @Test
    void nobody_uses_the_portal() {
        noClasses()
                .that()
                .resideOutsideOfPackage("se.vardmote.portal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("se.vardmote.portal..")
                .check(PRODUCT);
    }

    /** Figures are counted from events: what counts them can be changed without touching what happens. */
    @Test
    void only_the_metrics_know_how_figures_are_counted_and_nobody_uses_them() {
        noClasses()
                .that()
                .resideOutsideOfPackage("se.vardmote.metrics..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micrometer..", "se.vardmote.metrics..")
                .check(PRODUCT);
    }

    @Test
    void the_vocabulary_knows_neither_spring_nor_sql() {
        noClasses()
                .that()
                .resideInAPackage("se.vardmote.vocabulary..")
                .and()
                .haveSimpleNameNotContaining("package-info")
                .should()
                .dependOnClassesThat(framework().or(JavaClass.Predicates.resideInAPackage("java.sql..")))
                .check(PRODUCT);
    }

    /** Settings are bound by Spring, pages and routes are what Spring shows: every other record is the domain's. */
    @Test
    void records_of_the_domain_are_free_of_spring() {
        classes()
                .that()
                .areRecords()
                .and()
                .resideOutsideOfPackages("..web..", "se.vardmote.ui..", "se.vardmote.platform..", "..access.rights..")
                .and()
                .haveSimpleNameNotEndingWith("Settings")
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(framework()))
                .check(PRODUCT);
    }

    @Test
    void media_and_notifications_never_see_pages() {
        noClasses()
                .that()
                .resideInAnyPackage("se.vardmote.media..", "se.vardmote.notifications..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("se.vardmote.ui..", "..web..")
                .check(PRODUCT);
    }

    @Test
    void names_say_something() {
        noClasses()
                .should()
                .haveNameMatching(".*(Service|Impl|Manager|Helper|Utils?|Handler|Processor|Data|Info)")
                .check(PRODUCT);
    }

    @Test
    void time_comes_from_a_clock() {
        noClasses()
                .that()
                // The order of new ids, not a time that anything depends on.
                .doNotHaveFullyQualifiedName("se.vardmote.vocabulary.TimeOrdered")
                .should()
                .callMethodWhere(readsTheTimeByItself())
                .check(PRODUCT);
    }

    @Test
    void collaborators_come_in_the_constructor() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(PRODUCT);
    }

    private static DescribedPredicate<JavaClass> framework() {
        return DescribedPredicate.describe(
                "Spring", type -> type.getPackageName().startsWith("org.springframework"));
    }

    private static DescribedPredicate<JavaCall<?>> readsTheTimeByItself() {
        return DescribedPredicate.describe("reads the time without a clock", call -> now(call) || system(call));
    }

    private static boolean now(JavaAccess<?> call) {
        return call.getTargetOwner().getPackageName().equals("java.time")
                && call.getTarget().getName().equals("now")
                && call.getTarget() instanceof AccessTarget.MethodCallTarget target
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean system(JavaAccess<?> call) {
        return call.getTargetOwner().isEquivalentTo(System.class)
                && call.getTarget().getName().equals("currentTimeMillis");
    }
}
