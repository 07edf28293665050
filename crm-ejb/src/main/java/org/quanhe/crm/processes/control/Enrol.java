package org.quanhe.crm.processes.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.automation.spi.Action;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.automation.spi.Step;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.processes.entity.BusinessProcess;
import org.quanhe.crm.processes.entity.ProcessRun;
import org.quanhe.crm.processes.entity.ProcessVersion;

/** What automations do with processes: {@code {"do": "enrol", "process": 12}} sends the record through one. */
@ApplicationScoped
class Enrol implements Action {
    @Inject
    private Versions versions;

    @Inject
    private RunRecords records;

    @Inject
    private RunBook book;

    @Override
    public String code() {
        return "enrol";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.record("process", "processes"));
    }

    @Override
    public void check(Arguments step) {
        try {
            BusinessProcess process = versions.process(number(step));
            if (!process.recordType().equals(step.type().name())) {
                step.wrong("process", "processes.error.otherType", LocalizedMessage.of(process.recordType() + ".type"));
            } else if (process.published() == 0) {
                step.wrong("process", "processes.error.notActive");
            }
        } catch (CrmException none) {
            step.wrong("process", "processes.error.noProcess", step.text("process"));
        }
    }

    @Override
    public void run(Arguments step, Step run) {
        long process = number(step);
        LocalizedMessage name = versions.current(versions.process(process))
                .map(ProcessVersion::document)
                .map(document -> PlanReader.stored(document).title())
                .orElseThrow(() -> CrmException.invalid("processes.error.notActive"));
        if (records.underWay(process, run.record().ref())) {
            run.say("processes.trace.already", name);
        } else {
            ProcessRun begun = book.start(process, run.record().ref().id());
            run.say("processes.trace.enrolled", name, begun.versionNumber());
        }
    }

    private static long number(Arguments step) {
        return step.number("process", BigDecimal.ZERO).longValue();
    }
}
