package org.quanhe.crm.messages.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.messages.ColleagueNews;
import org.quanhe.crm.messages.NoticeKind;
import org.quanhe.crm.messages.control.Colleagues;
import org.quanhe.crm.messages.control.NoticeBook;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;

/** The façade by which other capabilities tell colleagues something. */
@Stateless
@Local(ColleagueNews.class)
public class ColleagueNewsService implements ColleagueNews {
    @Inject
    private Colleagues colleagues;

    @Inject
    private NoticeBook book;

    @Override
    public void tell(long user, NoticeKind kind, LocalizedMessage text, String body, @Nullable RecordRef record) {
        colleagues
                .find(user)
                .ifPresent(colleague -> book.tell(colleague, new NoticeBook.News(kind, text, body, record, "", null)));
    }
}
