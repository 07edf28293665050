package org.quanhe.crm.activities.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.quanhe.crm.activities.FollowUps;
import org.quanhe.crm.activities.control.DueContacts;
import org.quanhe.crm.activities.control.FollowUpReader;
import org.quanhe.crm.platform.Portion;

/** The façade of follow-up. */
@Stateless
@Local(FollowUps.class)
public class FollowUpsService implements FollowUps {
    @Inject
    private FollowUpReader reader;

    @Inject
    private DueContacts due;

    @Override
    public Board board(Question question) {
        return reader.board(bounded(question));
    }

    @Override
    public Portion<Due> due(Question question) {
        return due.due(bounded(question));
    }

    @Override
    public Portion<Account> accounts(Question question) {
        return reader.accounts(bounded(question));
    }

    private static Question bounded(Question question) {
        return new Question(
                question.type(),
                question.owner(),
                question.team(),
                Math.max(1, Math.min(question.limit(), MOST)),
                question.cursor());
    }
}
