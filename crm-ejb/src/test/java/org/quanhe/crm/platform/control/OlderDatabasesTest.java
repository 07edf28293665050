package org.quanhe.crm.platform.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that an older H2 wrote, as application servers bring it and crm.jar had it. */
class OlderDatabasesTest {
    private static final String FIRST_PAGE_FROM_THE_END =
            "select id from customer where deleted_at is null order by sort_key desc, id desc"
                    + " fetch first 51 rows only";
    private static final String NEXT_PAGE_FROM_THE_END = "select id from customer where deleted_at is null"
            + " and sort_key <= '4d' and (sort_key < '4d' or id < 5) order by sort_key desc, id desc"
            + " fetch first 51 rows only";
    private static final int CUSTOMERS = 300;

    @TempDir
    private Path home;

    @Test
    void theirRecordsStayAndTheirListsAreWalkedBothWaysAlongOneIndex() throws Exception {
        try (var classes = new URLClassLoader(new URL[] {olderH2()}, ClassLoader.getPlatformClassLoader())) {
            var older = driver(classes);
            migrate(older);
            try (Connection connection = connect(older);
                    Statement statement = connection.createStatement()) {
                customers(statement);
                assertThat(indexes(statement)).contains("CUSTOMER_SORT", "CUSTOMER_SORT_DESC");
                assertThat(plan(statement, FIRST_PAGE_FROM_THE_END)).contains("CUSTOMER_SORT_DESC", "index sorted");
                assertThat(plan(statement, NEXT_PAGE_FROM_THE_END)).contains("CUSTOMER_SORT_DESC", "index sorted");
            }
        }
        var newer = driver(getClass().getClassLoader());
        migrate(newer);
        try (Connection connection = connect(newer);
                Statement statement = connection.createStatement()) {
            assertThat(numbers(statement, "select count(*) from customer")).containsExactly(CUSTOMERS);
            assertThat(indexes(statement)).contains("CUSTOMER_SORT").noneMatch(name -> name.endsWith("_SORT_DESC"));
            assertThat(plan(statement, FIRST_PAGE_FROM_THE_END)).contains("CUSTOMER_SORT", "index sorted");
            assertThat(plan(statement, NEXT_PAGE_FROM_THE_END)).contains("CUSTOMER_SORT", "index sorted");
            List<Integer> forwards = numbers(statement, "select id from customer order by sort_key, id");
            Collections.reverse(forwards);
            assertThat(numbers(statement, FIRST_PAGE_FROM_THE_END)).isEqualTo(forwards.subList(0, 51));
        }
    }

    private static URL olderH2() throws Exception {
        return Path.of("target", "older", "h2.jar").toUri().toURL();
    }

    private static Driver driver(ClassLoader classes) throws Exception {
        return (Driver) classes.loadClass("org.h2.Driver").getConstructor().newInstance();
    }

    private Connection connect(Driver driver) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", "crm");
        properties.setProperty("password", "");
        return driver.connect("jdbc:h2:file:" + home.resolve("crm") + ";WRITE_DELAY=0", properties);
    }

    private void migrate(Driver driver) throws SQLException {
        SchemaMigration.bring(source(driver));
    }

    private DataSource source(Driver driver) {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, arguments) -> method.getName().equals("getConnection") ? connect(driver) : null);
    }

    private static void customers(Statement statement) throws SQLException {
        statement.execute("insert into customer (id, version, sort_key, kind, name, custom, created_at, created_by,"
                + " updated_at, updated_by) select x, 1, rawtohex(cast(mod(x * 7919, 251) as binary(4))), 'person',"
                + " 'Name ' || x, '{}', current_timestamp, 1, current_timestamp, 1 from system_range(1, "
                + CUSTOMERS + ")");
        statement.execute("analyze");
    }

    private static String plan(Statement statement, String query) throws SQLException {
        try (ResultSet plan = statement.executeQuery("explain " + query)) {
            plan.next();
            return plan.getString(1);
        }
    }

    private static List<String> indexes(Statement statement) throws SQLException {
        var names = new ArrayList<String>();
        try (ResultSet found = statement.executeQuery("select index_name from information_schema.indexes")) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        return names;
    }

    private static List<Integer> numbers(Statement statement, String query) throws SQLException {
        var numbers = new ArrayList<Integer>();
        try (ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                numbers.add(found.getInt(1));
            }
        }
        return numbers;
    }
}
