package org.quanhe.crm.capture.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.capture.entity.PersonKey;
import org.quanhe.crm.records.ContactPoint;

/** The numbers of keys. */
class PersonKeyRowsTest {
    /** Lists of more entries are refused. */
    private static final int MOST_ENTRIES = 30;

    @Test
    void aRecordsKeysAreNeighboursAndNobodyElsesAreAmongThem() {
        assertThat(PersonKey.end(7)).isEqualTo(PersonKey.first(8));
        for (long id = PersonKey.first(7); id < PersonKey.end(7); id++) {
            assertThat(PersonKey.record(id)).isEqualTo(7);
        }
    }

    @Test
    void whoHasAsManyNumbersAndMailsAsThereCanBeHasRoomForTheirKeys() {
        Map<String, Object> values = Map.of(
                "phones", entries("09030000"), "emails", entries("an@example.vn"), "name", "An", "company", "Gỗ");
        assertThat(PersonKeys.of(values)).hasSize(2 * MOST_ENTRIES + 1);
        assertThat(PersonKey.end(1) - PersonKey.first(1)).isGreaterThanOrEqualTo(2 * MOST_ENTRIES + 1);
    }

    private static List<ContactPoint> entries(String like) {
        return IntStream.range(0, MOST_ENTRIES)
                .mapToObj(i -> new ContactPoint("work", (10 + i) + like + (10 + i), i == 0))
                .toList();
    }

    @Test
    void keysThatWereThereBeforeStayTheirRecords() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = connection.createStatement()) {
            statement.execute("create table person_key (id bigint primary key, record_type varchar(60) not null,"
                    + " record_id bigint not null, lookup varchar(80) not null)");
            statement.execute("insert into person_key values (51, 'leads', 900, 'p:1'), (70, 'leads', 900, 'm:a'),"
                    + " (52, 'customers', 7, 'p:1'), (900, 'leads', 900, 'n:x')");
            for (String one : script("/db/migration/common/V165__person_keys_by_record.sql")) {
                statement.execute(one);
            }
            assertThat(rows(statement))
                    .containsExactly("customers 7 p:1 0", "leads 900 p:1 0", "leads 900 m:a 1", "leads 900 n:x 2");
        }
    }

    private static List<String> script(String name) throws IOException {
        try (InputStream in = PersonKeyRowsTest.class.getResourceAsStream(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("--.*", "");
            return List.of(text.strip().split(";\\s*"));
        }
    }

    private static List<String> rows(Statement statement) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("select id, record_type, lookup from person_key order by id")) {
            while (found.next()) {
                long record = PersonKey.record(found.getLong(1));
                rows.add(found.getString(2) + " " + record + " " + found.getString(3) + " "
                        + (found.getLong(1) - PersonKey.first(record)));
            }
        }
        return rows;
    }
}
