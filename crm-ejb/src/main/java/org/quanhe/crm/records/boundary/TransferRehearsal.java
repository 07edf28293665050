package org.quanhe.crm.records.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.quanhe.crm.records.control.FieldUsers;
import org.quanhe.crm.records.control.PublishedModel;
import org.quanhe.crm.records.control.transfer.Arrived;
import org.quanhe.crm.records.control.transfer.FileThings;
import org.quanhe.crm.records.control.transfer.Portables;
import org.quanhe.crm.records.metadata.Fitting;
import org.quanhe.crm.records.metadata.Model;

/** Brings the things of a file in, and takes all of it back: what it tells is what would happen. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TransferRehearsal {
    @Resource
    private SessionContext session;

    @Inject
    private FieldUsers users;

    @Inject
    private Portables portables;

    public Arrived rehearse(PublishedModel before, Model after, FileThings things, Fitting fitting) {
        try {
            users.follow(before.model(), after);
            return portables.bring(new PublishedModel(before.number() + 1, after), things, fitting, "");
        } finally {
            // not before: other façades refuse to work in what will be rolled back
            session.setRollbackOnly();
        }
    }
}
