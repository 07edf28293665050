package org.quanhe.crm.messages.control.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.quanhe.crm.messages.Message;
import org.quanhe.crm.messages.TemplateContent;
import org.quanhe.crm.messages.TemplateText;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.control.SeenTypes;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.records.spi.FieldUser.Renaming;

/** Checks templates against the record types, and merges them with records as far as the caller may read. */
@ApplicationScoped
public class TemplateEngine {
    @Inject
    private RecordTypes types;

    @Inject
    private SeenTypes seen;

    @Inject
    private RecordViews views;

    @Inject
    private Access access;

    /** All that is wrong with a template that the caller writes: a field that the caller may not read is not there. */
    public List<Violation> wrong(TemplateContent content) {
        List<Violation> violations = new ArrayList<>(TemplateRules.form(content));
        Optional<RecordTypeView> type = readable(content.type());
        if (type.isEmpty()) {
            violations.add(new Violation("type", LocalizedMessage.of("records.error.unknownType", content.type())));
        } else {
            violations.addAll(TemplateRules.fields(content, new MergeType(type.get(), this::readable)));
        }
        return violations;
    }

    /** What is wrong with a template, whatever types and fields there are. */
    public static List<Violation> wrongForm(TemplateContent content) {
        return TemplateRules.form(content);
    }

    /** What does not fit the record types as they are now, whoever may read them. */
    public List<Violation> misfits(TemplateContent content) {
        return misfits(content, this::whole);
    }

    /** What would not fit those types. */
    public List<Violation> misfits(TemplateContent content, Function<String, Optional<RecordTypeView>> types) {
        Optional<RecordTypeView> type = types.apply(content.type());
        return type.isEmpty()
                ? List.of(new Violation("type", LocalizedMessage.of("records.error.unknownType", content.type())))
                : TemplateRules.fields(content, new MergeType(type.get(), types));
    }

    /** The template when fields have got other names. */
    public TemplateContent renamed(TemplateContent content, List<Renaming> renamings) {
        return new RenamedTexts(content.type(), renamings, this::target).in(content);
    }

    private String target(String type, String field) {
        return whole(type)
                .flatMap(known -> known.find(field))
                .map(FieldView::target)
                .orElse("");
    }

    /** What is wrong with a text that is merged as it is, without languages. */
    public List<LocalizedMessage> wrong(RecordTypeView type, String text) {
        ParsedText parsed = ParsedText.of(text);
        List<Fault> faults = new ArrayList<>(parsed.faults());
        faults.addAll(new MergeType(type, this::readable).faults(parsed.parts()));
        return faults.stream().map(Fault::told).toList();
    }

    /** What is wrong with a path such as {@code customer.email}. */
    public Optional<LocalizedMessage> wrongPath(RecordTypeView type, String path) {
        return ParsedText.PATH.matcher(path).matches()
                ? new MergeType(type, this::readable).wrongPath(path)
                : Optional.of(LocalizedMessage.of("messages.error.noPath", path));
    }

    /** Paths that the caller can merge. */
    public List<String> paths(String type) {
        return readable(type)
                .map(found -> new MergeType(found, this::readable).paths())
                .orElse(List.of());
    }

    /** The record, as far as the caller may read it too. */
    public MergeSource source(RecordView record) {
        RecordTypeView type = seen.of(types.named(record.ref().type())).view();
        Map<String, Object> values = new HashMap<>(record.values());
        values.keySet().removeIf(field -> type.find(field).isEmpty());
        return new MergeSource(new MergeSource.Readable(record.ref(), record.title(), type, values), this::related);
    }

    private Optional<MergeSource.Readable> related(RecordRef ref) {
        return types.find(ref.type())
                .filter(type -> !access.readable(type.name()).equals(Filter.NONE))
                .flatMap(type -> {
                    RecordEntity entity = views.visible(type, ref.id());
                    RecordTypeDescriptor readable = seen.of(type);
                    return entity == null
                            ? Optional.empty()
                            : Optional.of(new MergeSource.Readable(
                                    ref, entity.title(), readable.view(), RecordViews.values(readable, entity)));
                });
    }

    /**
     * Merges a template.
     *
     * @param reader language of who gets it
     * @param zone where who gets it lives
     * @throws CrmException INVALID if it does not fit the record types any more
     */
    public Message merge(TemplateContent content, MergeSource source, Language reader, ZoneId zone) {
        List<Violation> misfits = misfits(content);
        if (!misfits.isEmpty()) {
            throw CrmException.invalid(misfits);
        }
        Language language = content.spokenTo(reader);
        TemplateText text = content.texts().getOrDefault(language, new TemplateText("", ""));
        Merging merging = merging(source, language, zone);
        String subject = oneLine(merging.merged(ParsedText.of(text.subject()).parts()));
        String body = merging.merged(ParsedText.of(text.body()).parts());
        return new Message(language, subject, body, merging.empty());
    }

    /** Merges a text that is the same in every language. */
    public String merge(String text, MergeSource source, Language reader, ZoneId zone) {
        return merging(source, reader, zone).merged(ParsedText.of(text).parts());
    }

    /** The text at the end of a path, empty if there is none. */
    public String value(String path, MergeSource source, Language reader, ZoneId zone) {
        return merging(source, reader, zone).merged(List.of(new Part.Value(path, new Place(1, 1))));
    }

    private Merging merging(MergeSource source, Language language, ZoneId zone) {
        RecordTypeView whole = types.named(source.record().ref().type()).view();
        return new Merging(source, new MergeType(whole, this::whole), language, zone);
    }

    /** Values may have lines; a subject has one. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private Optional<RecordTypeView> whole(String name) {
        return types.find(name).map(RecordTypeDescriptor::view);
    }

    private Optional<RecordTypeView> readable(String name) {
        return types.find(name)
                .filter(type -> !access.readable(name).equals(Filter.NONE))
                .map(type -> seen.of(type).view());
    }
}
