package org.quanhe.crm.automation.control;

import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.automation.spi.Trigger;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.RecordCondition;

/**
 * An automation as its document says.
 *
 * @param name what people call it
 * @param type its record type
 * @param active it runs
 * @param trigger what sets it off
 * @param on arguments of the trigger
 * @param condition which records set it off
 * @param conditionText the condition as written
 * @param program what it does
 * @param watches one of its steps waits for changes of the record
 */
record Definition(
        String name,
        RecordTypeView type,
        boolean active,
        Trigger trigger,
        Arguments on,
        RecordCondition condition,
        String conditionText,
        Program program,
        boolean watches) {}
