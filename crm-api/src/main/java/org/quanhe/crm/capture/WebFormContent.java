package org.quanhe.crm.capture;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Language;

/**
 * What a web form is, as an administrator writes it.
 *
 * @param code its name in addresses, {@code contact}: small letters, digits, hyphens; it stays
 * @param name what colleagues call it
 * @param published visitors can send it; one that is not says so politely
 * @param languages in which it speaks, at least one; the first is spoken where the visitor's is none of them
 * @param fields what it asks, in the order of the form
 * @param texts what it says, by language
 * @param consents purposes that it asks consent for, by their codes; never ticked beforehand
 * @param source where its leads come from, unless the visitor's page says it: may be empty
 * @param medium by what way they come, may be empty
 * @param campaign campaign that they belong to, may be empty
 * @param owner user who gets new leads, null for nobody in particular
 * @param team team that gets new leads, its members by turn; null for none. A user goes before a team
 * @param sites addresses of sites that may show it, {@code https://example.vn}; every site where it is empty
 * @param leastSeconds what is sent earlier than that after the form was shown is asked to send again; null for what the
 *     installation says
 */
public record WebFormContent(
        String code,
        String name,
        boolean published,
        List<Language> languages,
        List<AskedField> fields,
        Map<Language, FormTexts> texts,
        List<String> consents,
        String source,
        String medium,
        String campaign,
        @Nullable Long owner,
        @Nullable Long team,
        List<String> sites,
        @Nullable Integer leastSeconds) {
    public WebFormContent {
        languages = List.copyOf(languages);
        fields = List.copyOf(fields);
        texts = Map.copyOf(texts);
        consents = List.copyOf(consents);
        sites = List.copyOf(sites);
    }

    /** The language of the form that is closest to what the visitor wants. */
    public Language spokenTo(Language wanted) {
        return languages.contains(wanted) || languages.isEmpty() ? wanted : languages.get(0);
    }

    /** What it says in that language. */
    public FormTexts in(Language language) {
        return texts.getOrDefault(language, FormTexts.NONE);
    }

    /** The same with other questions. */
    public WebFormContent asking(List<AskedField> others) {
        return new WebFormContent(
                code,
                name,
                published,
                languages,
                others,
                texts,
                consents,
                source,
                medium,
                campaign,
                owner,
                team,
                sites,
                leastSeconds);
    }

    /** True if it asks for that field. */
    public boolean asks(String field) {
        return fields.stream().anyMatch(asked -> asked.name().equals(field));
    }
}
