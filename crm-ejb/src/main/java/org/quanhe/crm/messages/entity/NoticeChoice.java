package org.quanhe.crm.messages.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.quanhe.crm.messages.NoticeChannel;
import org.quanhe.crm.messages.NoticeKind;

/** How somebody wants to hear of a kind of event. */
@Entity
@Table(name = "notice_choice")
public class NoticeChoice {
    /** {@code 12/task}. */
    @Id
    private String id = "";

    @Enumerated(EnumType.STRING)
    private NoticeChannel channel = NoticeChannel.PAGE;

    protected NoticeChoice() {
        // for JPA
    }

    public NoticeChoice(long user, NoticeKind kind) {
        this.id = id(user, kind);
    }

    public static String id(long user, NoticeKind kind) {
        return user + "/" + kind.code();
    }

    public void choose(NoticeChannel chosen) {
        channel = chosen;
    }

    public NoticeChannel channel() {
        return channel;
    }
}
