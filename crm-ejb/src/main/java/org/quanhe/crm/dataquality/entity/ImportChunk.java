package org.quanhe.crm.dataquality.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The records that one transaction of an import wrote, with their versions: an undo spares what changed since. */
@Entity
@Table(name = "import_chunk")
public class ImportChunk {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "import_seq")
    private long id;

    @Column(name = "job_id")
    private long jobId;

    private String records;

    protected ImportChunk() {}

    public ImportChunk(long jobId, Map<Long, Long> versionById) {
        this.jobId = jobId;
        this.records = versionById.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    public Map<Long, Long> versionById() {
        Map<Long, Long> versions = new LinkedHashMap<>();
        for (String record : records.split(",")) {
            int colon = record.indexOf(':');
            versions.put(Long.valueOf(record.substring(0, colon)), Long.valueOf(record.substring(colon + 1)));
        }
        return versions;
    }
}
