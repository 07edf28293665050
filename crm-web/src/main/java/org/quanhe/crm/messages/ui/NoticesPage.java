package org.quanhe.crm.messages.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.messages.NoticeChannel;
import org.quanhe.crm.messages.NoticeKind;
import org.quanhe.crm.messages.NoticeView;
import org.quanhe.crm.messages.Notices;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** What the viewer was told, and how the viewer wants to be told. */
@Named
@RequestScoped
public class NoticesPage {
    private static final int ROWS = 50;

    @Inject
    private Notices notices;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    @Inject
    private HttpServletRequest request;

    private List<NoticeView> mine = List.of();

    @PostConstruct
    void open() {
        String before = request.getParameter("before");
        mine = notices.mine(before != null && before.matches("\\d{1,18}") ? Long.valueOf(before) : null, ROWS);
    }

    public List<Row> getRows() {
        return mine.stream().map(this::row).toList();
    }

    private Row row(NoticeView notice) {
        return new Row(
                notice.id(),
                viewer.texts().text(notice.text()),
                notice.body(),
                viewer.told().dateTime(notice.createdAt()),
                viewer.text("messages.kind." + notice.kind().code()),
                notice.kind(),
                notice.record() != null,
                notice.record() == null ? 0 : notice.record().id(),
                notice.unread());
    }

    public boolean isUnread() {
        return mine.stream().anyMatch(NoticeView::unread);
    }

    /** Address of the next page, empty on the last one. */
    public String getOlder() {
        return mine.size() < ROWS
                ? ""
                : "notices.xhtml?before=" + mine.get(ROWS - 1).id();
    }

    public @Nullable String choose() {
        Map<NoticeKind, NoticeChannel> chosen = new EnumMap<>(NoticeKind.class);
        for (NoticeKind kind : NoticeKind.values()) {
            Optional.ofNullable(request.getParameter("choice." + kind.code()))
                    .flatMap(NoticeChannel::ofCode)
                    .ifPresent(channel -> chosen.put(kind, channel));
        }
        notices.choose(chosen);
        toasts.say(viewer.text("messages.page.choices.saved"));
        return "/notices.xhtml?faces-redirect=true";
    }

    public List<Choice> getChoices() {
        return notices.choices().entrySet().stream()
                .map(entry -> new Choice(
                        entry.getKey().code(),
                        viewer.text("messages.kind." + entry.getKey().code()),
                        Stream.of(NoticeChannel.values())
                                .map(channel -> new Channel(
                                        channel.code(),
                                        viewer.text("messages.channel." + channel.code()),
                                        channel == entry.getValue()))
                                .toList()))
                .toList();
    }

    /** A notice. */
    public record Row(
            long id,
            String text,
            String body,
            String at,
            String label,
            NoticeKind kind,
            boolean linked,
            long record,
            boolean unread) {
        /** It can be put off. */
        public boolean isReminder() {
            return kind == NoticeKind.REMINDER && record > 0;
        }

        public String icon() {
            return switch (kind) {
                case TASK -> "pi-list-check";
                case ASSIGNED -> "pi-user-plus";
                case HANDOVER -> "pi-arrow-right-arrow-left";
                case REMINDER -> "pi-clock";
                case AUTOMATION -> "pi-bolt";
            };
        }
    }

    /** A kind of event with its channels. */
    public record Choice(String code, String label, List<Channel> channels) {}

    /** A channel. */
    public record Channel(String code, String label, boolean chosen) {}
}
