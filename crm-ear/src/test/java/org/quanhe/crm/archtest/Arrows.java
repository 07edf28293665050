package org.quanhe.crm.archtest;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.regex.Pattern;

/** What may know what. Each rule ends with what to do instead. */
final class Arrows {
    /** Everybody may use these, inner classes included: they are the kernel that capabilities are built from. */
    private static final Set<String> KERNEL = Set.of("platform", "records", "audit", "search");

    private static final Pattern OURS = Pattern.compile("^org\\.quanhe\\.crm\\.(?:archtest\\.breach\\.)?(\\w+)");

    private static final String[] INNER = {"..boundary..", "..control..", "..entity.."};

    private Arrows() {}

    static final ArchRule CONTRACT_IS_PLAIN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.persistence..",
                    "jakarta.ejb..",
                    "jakarta.enterprise..",
                    "jakarta.inject..",
                    "jakarta.faces..",
                    "jakarta.servlet..",
                    "jakarta.ws.rs..",
                    "org.primefaces..",
                    "org.apache.lucene..",
                    "org.eclipse.microprofile..")
            .because("crm-api is read by everybody: declare an interface here"
                    + " and implement it with that technology in crm-ejb, crm-search or crm-web instead");

    static final ArchRule SEARCH_KNOWS_THE_CONTRACT_ALONE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "jakarta.ejb..", "jakarta.enterprise..", "jakarta.faces..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(INNER)
            .because("a search backend must run without a server:"
                    + " take what it needs as documents and requests of crm-api's search spi instead");

    static final ArchRule PAGES_SEE_NO_BUSINESS_CLASS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(INNER)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.persistence..")
            .because(
                    "a page or resource must not touch an entity: call the façade in crm-api and show its view instead");

    static final ArchRule PLATFORM_USES_NOBODY = noClasses()
            .that(belongTo("platform"))
            .should(dependOnClassesThat(otherCapabilities("platform")))
            .because("everything stands on platform: declare a small interface there"
                    + " and let the capability implement it instead");

    /** records declares seams in its spi package; other capabilities implement them. */
    static final ArchRule RECORDS_USE_NO_BUSINESS_CAPABILITY = noClasses()
            .that(belongTo("records"))
            .should(dependOnClassesThat(otherCapabilities("records", "platform", "audit", "search", "identity")))
            .because("the kernel must not know the types built on it:"
                    + " declare an interface in records.spi and implement it in the capability instead");

    static final ArchRule CAPABILITIES_MEET_AT_FACADES = classes()
            .should(new ArchCondition<>("reach other capabilities through façades or events") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> isInnerClassOfAnother(type, dependency.getTargetClass()))
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
                }
            })
            .because("another capability's boundary, control and entity packages are its own affair:"
                    + " call its façade in crm-api, or observe its event instead");

    static final ArchRule ENTITIES_KNOW_NO_BOUNDARY = noClasses()
            .that()
            .resideInAPackage("..entity..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..boundary..")
            .because("rules live where the state is: hand the entity what it needs as an argument instead");

    static final ArchRule BOUNDARIES_CARRY_TRANSACTIONS = noClasses()
            .that()
            .resideOutsideOfPackage("..boundary..")
            .and(DescribedPredicate.not(describe("are a job's own short step", Arrows::isStepOfAJob)))
            .should()
            .beAnnotatedWith("jakarta.ejb.Stateless")
            .orShould()
            .beAnnotatedWith("jakarta.ejb.Stateful")
            .orShould()
            .beAnnotatedWith("jakarta.transaction.Transactional")
            .because("a façade call is the transaction: let a boundary call this class,"
                    + " or declare it REQUIRES_NEW if it is one short step of a job of the server instead");

    private static DescribedPredicate<JavaClass> belongTo(String capability) {
        return describe("belong to " + capability, type -> capability(type).equals(capability));
    }

    private static DescribedPredicate<JavaClass> otherCapabilities(String... own) {
        var allowed = Set.of(own);
        return describe("belong to another capability", type -> {
            var capability = capability(type);
            return !capability.isEmpty() && !allowed.contains(capability);
        });
    }

    /** First part of the package below ours; empty for classes of others. */
    private static String capability(JavaClass type) {
        var inside = OURS.matcher(type.getPackageName());
        return inside.find() ? inside.group(1) : "";
    }

    private static boolean isInnerClassOfAnother(JavaClass from, JavaClass to) {
        var target = capability(to);
        return !target.isEmpty()
                && !KERNEL.contains(target)
                && !target.equals(capability(from))
                && to.getPackageName().matches(".*\\.(boundary|control|entity)(\\..*)?");
    }

    private static boolean isStepOfAJob(JavaClass type) {
        return type.tryGetAnnotationOfType("jakarta.ejb.TransactionAttribute")
                .flatMap(annotation -> annotation.get("value"))
                .filter(value ->
                        value instanceof JavaEnumConstant kind && kind.name().equals("REQUIRES_NEW"))
                .isPresent();
    }
}
