package org.quanhe.crm.records.control;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Changes of records of a type that rows of the queue still carry to others of the type. Working out what was
 * published, or what somebody else changed, may come before them and take in what they bring: then it is their news
 * that has to be told, their row would find nothing left to change.
 *
 * @param tasks what the rows say, oldest first; none because of what was published
 * @param targets numbers of the records that one with those values points to, by a reference or two of them
 */
record ChangesOnTheirWay(List<CalculationTask> tasks, BiFunction<Map<String, Object>, String, List<Long>> targets) {
    static final ChangesOnTheirWay NONE = new ChangesOnTheirWay(List.of(), (values, relation) -> List.of());

    /**
     * What leads to new values of a record. An automation goes before people: its doing must not look like theirs, or a
     * circle would not be found.
     *
     * @param values of the record
     * @param otherwise what it is working out that may have taken in what is on its way
     */
    Origin origin(long record, Map<String, Object> values, Origin otherwise) {
        List<Origin> reaching = tasks.stream()
                .filter(task -> reaches(task, record, values))
                .map(CalculationTask::origin)
                .toList();
        return reaching.stream()
                .filter(origin -> !origin.automations().isEmpty())
                .findFirst()
                .orElse(reaching.isEmpty() ? otherwise : reaching.get(0));
    }

    private boolean reaches(CalculationTask task, long record, Map<String, Object> values) {
        if (task.plain()) {
            return task.ids().contains(record);
        }
        return record > task.behind()
                && targets.apply(values, task.relation()).stream().anyMatch(task.ids()::contains);
    }
}
