package org.quanhe.crm.pipeline.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.pipeline.WinChance;
import org.quanhe.crm.pipeline.WinChances;
import org.quanhe.crm.pipeline.WinModel;
import org.quanhe.crm.pipeline.control.Ways;
import org.quanhe.crm.pipeline.control.chance.Chances;
import org.quanhe.crm.pipeline.entity.Opportunity;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.control.RecordVerbs;
import org.quanhe.crm.records.spi.Access;

/** The façade of chances of winning. */
@Stateless
@Local(WinChances.class)
public class WinChancesService implements WinChances {
    @Inject
    private RecordVerbs verbs;

    @Inject
    private Chances chances;

    @Inject
    private Ways ways;

    @Inject
    private Access access;

    @Override
    public WinChance of(RecordRef opportunity) {
        if (!opportunity.type().equals(Opportunity.TYPE)) {
            throw CrmException.notFound(opportunity);
        }
        Opportunity seen = verbs.seen(Opportunity.class, opportunity);
        demandReadable(List.of("winProbability"));
        return chances.of(seen);
    }

    @Override
    public WinModel model(String pipeline) {
        demandReadable(List.of("winProbability", "status", "stage"));
        if (!access.readable(Opportunity.TYPE).equals(Filter.ALL)) {
            throw CrmException.forbidden("pipeline.error.chanceOfAll");
        }
        return chances.of(ways.named(pipeline));
    }

    @Override
    public void train(String pipeline) {
        Set<Role> roles = access.caller().roles();
        if (!roles.contains(Role.ADMINISTRATOR) && !roles.contains(Role.MANAGER)) {
            throw CrmException.forbidden("pipeline.error.chanceManagers");
        }
        model(pipeline);
        chances.ask(ways.named(pipeline));
    }

    private void demandReadable(List<String> fields) {
        for (String field : fields) {
            if (!access.fields(Opportunity.TYPE).readable(field)) {
                throw CrmException.forbidden(
                        "pipeline.error.hidden", LocalizedMessage.of(Opportunity.TYPE + "." + field));
            }
        }
    }
}
