package org.quanhe.crm.leads.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.quanhe.crm.leads.Cycle;
import org.quanhe.crm.leads.Cycles;
import org.quanhe.crm.leads.control.CycleReader;
import org.quanhe.crm.records.RecordView;

/** The façade of the cycle of sales. */
@Stateless
@Local(Cycles.class)
public class CyclesService implements Cycles {
    @Inject
    private CycleReader reader;

    @Override
    public Cycle read(Cycle.Question question) {
        return reader.read(question);
    }

    @Override
    public List<RecordView> behind(Cycle.Question question, String code, Cycle.Part part, int limit) {
        return reader.behind(question, code, part, limit);
    }
}
