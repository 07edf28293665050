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
import org.quanhe.crm.pipeline.control.chance.LeadChances;
import org.quanhe.crm.pipeline.entity.Opportunity;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.control.RecordVerbs;
import org.quanhe.crm.records.entity.RecordEntity;
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
    private LeadChances leads;

    @Inject
    private Ways ways;

    @Inject
    private Access access;

    @Override
    public WinChance of(RecordRef ref) {
        if (ref.type().equals(LeadChances.LEADS)) {
            RecordEntity lead = verbs.seen(RecordEntity.class, ref);
            demandReadable(List.of("winProbability", "status", "lead"));
            demandReadable(LeadChances.LEADS, List.of("status", "opportunity"));
            return leads.of(lead);
        }
        if (!ref.type().equals(Opportunity.TYPE)) {
            throw CrmException.notFound(ref);
        }
        Opportunity seen = verbs.seen(Opportunity.class, ref);
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
        demandReadable(Opportunity.TYPE, fields);
    }

    private void demandReadable(String type, List<String> fields) {
        for (String field : fields) {
            if (!access.fields(type).readable(field)) {
                throw CrmException.forbidden("pipeline.error.hidden", LocalizedMessage.of(type + "." + field));
            }
        }
    }
}
