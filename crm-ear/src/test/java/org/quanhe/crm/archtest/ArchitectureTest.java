package org.quanhe.crm.archtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quanhe.crm.archtest.breach.leads.LeadsFacade;
import org.quanhe.crm.archtest.breach.leads.entity.Lead;
import org.quanhe.crm.archtest.breach.leads.ui.LeadPage;
import org.quanhe.crm.archtest.breach.sales.control.ReadsLeads;
import org.quanhe.crm.archtest.breach.scoring.control.ScoresAlone;

/** Holds the compiled modules against the arrows, and each arrow against a breach that was planted for it. */
class ArchitectureTest {
    static Stream<Arguments> rules() {
        return Stream.of(
                rule("contract is plain", Arrows.CONTRACT_IS_PLAIN, "crm-api"),
                rule("search knows the contract alone", Arrows.SEARCH_KNOWS_THE_CONTRACT_ALONE, "crm-search"),
                rule("pages see no business class", Arrows.PAGES_SEE_NO_BUSINESS_CLASS, "crm-web"),
                rule("platform uses nobody", Arrows.PLATFORM_USES_NOBODY, "crm-api", "crm-ejb"),
                rule(
                        "records use no business capability",
                        Arrows.RECORDS_USE_NO_BUSINESS_CAPABILITY,
                        "crm-api",
                        "crm-ejb"),
                rule("capabilities meet at façades", Arrows.CAPABILITIES_MEET_AT_FACADES, "crm-ejb"),
                rule("entities know no boundary", Arrows.ENTITIES_KNOW_NO_BOUNDARY, "crm-ejb"),
                rule("boundaries carry transactions", Arrows.BOUNDARIES_CARRY_TRANSACTIONS, "crm-ejb"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(String name, ArchRule rule, String[] modules) {
        rule.allowEmptyShould(true).check(compiled(modules));
    }

    static Stream<Arguments> breaches() {
        return Stream.of(
                Arguments.of("contract speaks JPA", Arrows.CONTRACT_IS_PLAIN, LeadsFacade.class),
                Arguments.of("search reads an entity", Arrows.SEARCH_KNOWS_THE_CONTRACT_ALONE, ReadsLeads.class),
                Arguments.of("page holds an entity", Arrows.PAGES_SEE_NO_BUSINESS_CLASS, LeadPage.class),
                Arguments.of(
                        "platform knows leads",
                        Arrows.PLATFORM_USES_NOBODY,
                        org.quanhe.crm.archtest.breach.platform.KnowsLeads.class),
                Arguments.of(
                        "records know leads",
                        Arrows.RECORDS_USE_NO_BUSINESS_CAPABILITY,
                        org.quanhe.crm.archtest.breach.records.KnowsLeads.class),
                Arguments.of("sales read leads' entity", Arrows.CAPABILITIES_MEET_AT_FACADES, ReadsLeads.class),
                Arguments.of("entity knows its boundary", Arrows.ENTITIES_KNOW_NO_BOUNDARY, Lead.class),
                Arguments.of(
                        "transaction outside a boundary", Arrows.BOUNDARIES_CARRY_TRANSACTIONS, ScoresAlone.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaches")
    void fires(String name, ArchRule rule, Class<?> breach) {
        var verdict = rule.evaluate(new ClassFileImporter().importClasses(breach));
        assertThat(verdict.hasViolation()).as("%s is refused", name).isTrue();
        assertThat(rule.getDescription()).contains("instead");
    }

    @Test
    void everyRuleHasItsBreach() {
        var planted = breaches().map(breach -> breach.get()[1]).toList();
        assertThat(rules().map(rule -> rule.get()[1]))
                .allSatisfy(rule -> assertThat(planted).contains(rule));
    }

    private static Arguments rule(String name, ArchRule rule, String... modules) {
        return Arguments.of(name, rule, modules);
    }

    private static JavaClasses compiled(String... modules) {
        return new ClassFileImporter()
                .importPaths(Stream.of(modules)
                        .map(module -> Path.of("..", module, "target", "classes"))
                        .toList());
    }
}
