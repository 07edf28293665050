package org.quanhe.crm.privacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.Texts;
import org.quanhe.crm.privacy.Purpose;
import org.quanhe.crm.privacy.entity.ConsentPurposes;
import org.quanhe.crm.records.control.ChosenFields;

/** The purposes of consent, as the database has them now. */
@ApplicationScoped
public class PurposeBook {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int MOST = 20;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_WORDING = 1_000;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private ChosenFields chosen;

    /** All, in their order; retired ones too. */
    public List<Purpose> all() {
        return read(row(LockModeType.NONE));
    }

    /** That one; INVALID if there is none. */
    public Purpose demand(String code) {
        return all().stream()
                .filter(purpose -> purpose.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        CrmException.invalidField("purpose", LocalizedMessage.of("privacy.error.noPurpose", code)));
    }

    public long version() {
        return row(LockModeType.NONE).version();
    }

    /**
     * Keeps other ones. Those that are not named are retired: what people said to them stays.
     *
     * @return those that were kept before
     */
    public List<Purpose> change(List<Purpose> wanted, @Nullable Long version) {
        ConsentPurposes row = row(LockModeType.PESSIMISTIC_WRITE);
        if (version != null && version != row.version()) {
            throw new CrmException(
                    CrmException.Kind.STALE, LocalizedMessage.of("records.error.stale", version, row.version()));
        }
        verify(wanted);
        List<Purpose> before = read(row);
        List<Purpose> after = new ArrayList<>(wanted);
        before.stream()
                .filter(old -> wanted.stream().noneMatch(one -> one.code().equals(old.code())))
                .forEach(old -> after.add(new Purpose(old.code(), old.names(), old.wordings(), true)));
        row.say(JsonText.write(after.stream().map(PurposeBook::document).toList()));
        entities.flush();
        chosen.changed();
        return before;
    }

    private ConsentPurposes row(LockModeType lock) {
        return entities.find(ConsentPurposes.class, ConsentPurposes.ONLY, lock);
    }

    private static void verify(List<Purpose> wanted) {
        List<Violation> wrong = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        if (wanted.size() > MOST) {
            wrong.add(new Violation("purposes", LocalizedMessage.of("records.error.tooMany", wanted.size(), MOST)));
        }
        for (int i = 0; i < wanted.size(); i++) {
            Purpose purpose = wanted.get(i);
            String at = "purposes[" + i + "].";
            if (!CODE.matcher(purpose.code()).matches() || !codes.add(purpose.code())) {
                wrong.add(new Violation(at + "code", LocalizedMessage.of("privacy.error.code", purpose.code())));
            }
            for (Language language : Language.values()) {
                demand(wrong, at + "names." + language.tag(), purpose.names().get(language), LONGEST_NAME);
                demand(
                        wrong,
                        at + "wordings." + language.tag(),
                        purpose.wordings().get(language),
                        LONGEST_WORDING);
            }
        }
        if (!wrong.isEmpty()) {
            throw CrmException.invalid(wrong);
        }
    }

    private static void demand(List<Violation> wrong, String place, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            wrong.add(new Violation(place, LocalizedMessage.of("records.error.required")));
        } else if (text.length() > longest) {
            wrong.add(new Violation(place, LocalizedMessage.of("records.error.tooLong", text.length(), longest)));
        }
    }

    private static List<Purpose> read(ConsentPurposes row) {
        return row.document().isEmpty()
                ? List.of(readyMade(Purpose.NEWS), readyMade(Purpose.VISITS))
                : JsonText.readList(row.document()).stream()
                        .map(one -> purpose((Map<?, ?>) one))
                        .toList();
    }

    private static Purpose readyMade(String code) {
        Map<Language, String> names = new EnumMap<>(Language.class);
        Map<Language, String> wordings = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            names.put(language, Texts.in(language).text("privacy.purpose." + code));
            wordings.put(language, Texts.in(language).text("privacy.purpose." + code + ".wording"));
        }
        return new Purpose(code, names, wordings, false);
    }

    private static Purpose purpose(Map<?, ?> document) {
        return new Purpose(
                String.valueOf(document.get("code")),
                texts(document.get("names")),
                texts(document.get("wordings")),
                Boolean.TRUE.equals(document.get("retired")));
    }

    private static Map<Language, String> texts(@Nullable Object document) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        if (document instanceof Map<?, ?> byTag) {
            byTag.forEach((tag, text) -> texts.put(Language.ofTag(tag.toString()), text.toString()));
        }
        return texts;
    }

    /** A purpose as a document: {@code {"code", "names": {"vi": …}, "wordings": {"vi": …}, "retired"}}. */
    public static Map<String, Object> document(Purpose purpose) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("code", purpose.code());
        document.put("names", byTag(purpose.names()));
        document.put("wordings", byTag(purpose.wordings()));
        document.put("retired", purpose.retired());
        return document;
    }

    /** Texts by language tag, in the order of languages. */
    static Map<String, String> byTag(Map<Language, String> texts) {
        Map<String, String> byTag = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            String text = texts.get(language);
            if (text != null) {
                byTag.put(language.tag(), text);
            }
        }
        return byTag;
    }
}
