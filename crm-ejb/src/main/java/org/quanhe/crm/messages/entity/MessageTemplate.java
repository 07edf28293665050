package org.quanhe.crm.messages.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.quanhe.crm.messages.MessageKind;
import org.quanhe.crm.messages.TemplateContent;
import org.quanhe.crm.messages.TemplateText;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.Language;

/** A message template. */
@Entity
@Table(name = "message_template")
public class MessageTemplate {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "message_seq")
    @SequenceGenerator(name = "message_seq", sequenceName = "message_seq", allocationSize = 50)
    private long id;

    @Version
    private long version;

    private String code = "";
    private String name = "";

    @Enumerated(EnumType.STRING)
    private MessageKind kind = MessageKind.MAIL;

    @Column(name = "record_type")
    private String recordType = "";

    private String fallback = "";
    private String texts = "{}";
    private String purpose = "";
    private String author = "";

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    /** Says that from now on; its code is given once. */
    public void write(TemplateContent content, String by, Instant at) {
        if (code.isEmpty()) {
            code = content.code();
        }
        name = content.name();
        kind = content.kind();
        recordType = content.type();
        fallback = content.fallback().tag();
        purpose = content.purpose();
        follow(content);
        author = by;
        updatedAt = at;
    }

    /** Says the same with other names of fields; that is no change of anybody's. */
    public void follow(TemplateContent content) {
        Map<String, Object> byTag = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            TemplateText text = content.texts().get(language);
            if (text != null) {
                byTag.put(language.tag(), Map.of("subject", text.subject(), "body", text.body()));
            }
        }
        texts = JsonText.write(byTag);
    }

    public TemplateContent content() {
        Map<Language, TemplateText> read = new EnumMap<>(Language.class);
        JsonText.readMap(texts).forEach((tag, value) -> {
            Map<?, ?> text = (Map<?, ?>) value;
            read.put(
                    Language.ofTag(tag),
                    new TemplateText(
                            text.get("subject").toString(), text.get("body").toString()));
        });
        return new TemplateContent(code, name, kind, recordType, Language.ofTag(fallback), read, purpose);
    }

    /** All that it says, as JSON; for the audit. */
    public String told() {
        return texts;
    }

    public long id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String author() {
        return author;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
