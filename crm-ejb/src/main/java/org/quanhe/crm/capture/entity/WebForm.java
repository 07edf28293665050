package org.quanhe.crm.capture.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.quanhe.crm.capture.WebFormContent;
import org.quanhe.crm.capture.WebFormJson;
import org.quanhe.crm.platform.JsonText;

/** A web form. */
@Entity
@Table(name = "web_form")
public class WebForm {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "capture_seq")
    @SequenceGenerator(name = "capture_seq", sequenceName = "capture_seq", allocationSize = 50)
    private long id;

    @Version
    private long version;

    private String code = "";
    private String name = "";
    private String document = "{}";
    private String author = "";

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    /** It is that from now on; its code is given once. */
    public void write(WebFormContent content, String by, Instant at) {
        if (code.isEmpty()) {
            code = content.code();
        }
        name = content.name();
        document = JsonText.write(WebFormJson.document(content));
        author = by;
        updatedAt = at;
    }

    /** Fields have other names: it asks what it asked. */
    public void follow(WebFormContent content) {
        document = JsonText.write(WebFormJson.document(content));
    }

    public WebFormContent content() {
        return WebFormJson.read(JsonText.readMap(document));
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

    public String document() {
        return document;
    }

    public String author() {
        return author;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
