package org.quanhe.crm.records.control;

import java.util.List;
import java.util.Map;

/**
 * Changes of records of a type that rows of the queue still carry to others of the type. Working out what was published
 * may come before them and take in what they bring: then it is their news that has to be told, their row would find
 * nothing left to change.
 *
 * @param tasks what the rows say, oldest first; none because of what was published
 */
record ChangesOnTheirWay(List<CalculationTask> tasks) {
    /**
     * What leads to new values of a record that is worked out because fields were published.
     *
     * @param values of the record
     */
    Origin origin(long record, Map<String, Object> values) {
        return tasks.stream()
                .filter(task -> reaches(task, record, values))
                .findFirst()
                .map(CalculationTask::origin)
                .orElse(Origin.PUBLISHED);
    }

    private static boolean reaches(CalculationTask task, long record, Map<String, Object> values) {
        if (task.plain()) {
            return task.ids().contains(record);
        }
        return record > task.behind()
                && RecordLinks.targets(values.get(task.relation())).stream().anyMatch(task.ids()::contains);
    }
}
