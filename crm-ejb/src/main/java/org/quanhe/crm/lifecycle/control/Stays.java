package org.quanhe.crm.lifecycle.control;

import java.util.Optional;
import java.util.Set;
import org.quanhe.crm.lifecycle.entity.StageStay;
import org.quanhe.crm.records.entity.StagedRecord;

/** The times of records in stages. */
interface Stays {
    /** The one that the record has not left; nothing before the first. */
    Optional<StageStay> open(StagedRecord record);

    /** Codes of all stages that the record was in before the current transaction. */
    Set<String> been(StagedRecord record);

    void add(StageStay stay);
}
