package org.quanhe.crm.capture.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Base64;

/** A document that a form gives to download. As text: both databases keep that without limits and settings. */
@Entity
@Table(name = "web_form_file")
public class WebFormFile {
    @Id
    @Column(name = "form_id")
    private long formId;

    private String name = "";

    @Column(name = "media_type")
    private String mediaType = "";

    private long bytes;
    private String content = "";

    protected WebFormFile() {
        // for JPA
    }

    public WebFormFile(long form) {
        this.formId = form;
    }

    /** It is that document from now on. */
    public void hold(String called, String type, byte[] all) {
        name = called;
        mediaType = type;
        bytes = all.length;
        content = Base64.getEncoder().encodeToString(all);
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] content() {
        return Base64.getDecoder().decode(content);
    }
}
