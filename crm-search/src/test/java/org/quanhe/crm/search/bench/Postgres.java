package org.quanhe.crm.search.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * PostgreSQL with pg_trgm and tsvector over {@link PostgresColumns}, asked as an expert would: one table, GIN indexes,
 * prepared statements, and lanes in order of rank that stop as soon as ten are found: the whole name, its words, their
 * beginnings, all fields, then words of its own vocabulary that resemble the typed ones, then similar names.
 */
final class Postgres implements Competitor {
    /** Of very many matches no more than these are ranked. */
    private static final int RANKED = 3_000;

    private static final int FEW = 3;
    private static final int SHORTEST_SIMILAR = 3;

    private static final String NAMED =
            "select id from customer where name_key = ? order by name_exact = ? desc limit 10";
    private static final String WORDS = "select id from (select id, words, length(name_key) as size from customer"
            + " where words @@ ?::tsquery limit " + RANKED + ") c order by words @@ ?::tsquery desc,"
            + " ts_rank('{0.05,0.2,0.5,1}', words, ?::tsquery) desc, size limit 10";
    private static final String NUMBERS = "select id from ("
            + "(select id, 0 as tier from customer where phones like ? limit 10) union all"
            + " (select id, 1 from customer where phones like ? limit 10) union all"
            + " (select id, 2 from customer where phones like ? limit 10) union all"
            + " (select id, 3 from customer where phones like ? limit 10)) found"
            + " group by id order by min(tier) limit 10";
    private static final String MAILS =
            "select id from (select id, mails from customer where mails like ? limit 100) c order by mails = ? desc limit 10";
    private static final String RESEMBLING =
            "select word from vocabulary where word % ? order by similarity(word, ?) desc, records desc limit 12";
    private static final String SIMILAR =
            "select id from customer where ? <% names order by word_similarity(?, names) desc limit 10";

    private final EmbeddedPostgres server;
    private final Queue<Connection> connections = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Connection> connection = ThreadLocal.withInitial(this::connect);

    Postgres() {
        try {
            server = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setLocaleConfig("encoding", "UTF-8")
                    .setServerConfig("shared_buffers", "1GB")
                    .setServerConfig("effective_cache_size", "4GB")
                    .setServerConfig("work_mem", "64MB")
                    .setServerConfig("maintenance_work_mem", "1GB")
                    .setServerConfig("random_page_cost", "1.1")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("max_wal_size", "4GB")
                    .setServerConfig("jit", "off")
                    .start();
            run("create extension pg_trgm");
            run("create table customer (id bigint not null, name_key text not null, name_exact text not null,"
                    + " names text not null, phones text not null, mails text not null, words tsvector not null,"
                    + " team text not null, owner bigint not null)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    private Connection connect() {
        try {
            Connection fresh = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
            connections.add(fresh);
            try (Statement statement = fresh.createStatement()) {
                statement.execute("set pg_trgm.similarity_threshold = 0.25");
                statement.execute("set pg_trgm.word_similarity_threshold = 0.5");
            }
            return fresh;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.get().createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void add(List<Customer> customers) {
        String lines = customers.stream().map(PostgresColumns::line).collect(Collectors.joining());
        try {
            connection
                    .get()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy customer from stdin", new StringReader(lines));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void finish() {
        try {
            run("alter table customer add primary key (id)");
            run("create index on customer (name_key)");
            run("create index on customer using gin (words) with (fastupdate = off)");
            run("create index on customer using gin (names gin_trgm_ops) with (fastupdate = off)");
            run("create index on customer using gin (phones gin_trgm_ops) with (fastupdate = off)");
            run("create index on customer using gin (mails gin_trgm_ops) with (fastupdate = off)");
            run("create table vocabulary as select word, ndoc as records"
                    + " from ts_stat('select words from customer') where length(word) between 3 and 30");
            run("create index on vocabulary using gin (word gin_trgm_ops)");
            run("vacuum analyze");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Long> firstTen(String text) {
        PostgresPlan plan = PostgresPlan.of(text);
        Set<Long> found = new LinkedHashSet<>();
        try {
            if (!plan.phone().isEmpty()) {
                numbers(plan.phone(), found);
            }
            if (text.indexOf('@') >= 0) {
                ids(MAILS, found, "%" + like(plan.mail()) + "%", plan.mail());
            } else if (!plan.words().isEmpty() && found.size() < FEW) {
                words(plan, found);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(text, e);
        }
        return found.stream().limit(Labelled.FIRST).toList();
    }

    private void numbers(String digits, Set<Long> found) throws SQLException {
        String inner = digits.length() >= 5 ? "%" + digits + "%" : "";
        ids(NUMBERS, found, "% " + digits + " %", "%" + digits + " %", "% " + digits + "%", inner);
    }

    private void words(PostgresPlan plan, Set<Long> found) throws SQLException {
        ids(NAMED, found, plan.key(), plan.exact());
        String whole = plan.whole("");
        if (more(found)) {
            ids(WORDS, found, plan.whole("A"), whole, whole);
        }
        if (more(found)) {
            ids(WORDS, found, plan.beginnings("A"), whole, plan.beginnings(""));
        }
        if (more(found)) {
            ids(WORDS, found, plan.beginnings(""), whole, plan.beginnings(""));
        }
        if (more(found) && !plan.mail().isEmpty()) {
            ids(MAILS, found, "%" + like(plan.mail()) + "%", plan.mail());
        }
        if (found.size() < FEW) {
            String similar = plan.similar(resembling(plan.words()));
            ids(WORDS, found, similar, whole, similar);
        }
        if (found.size() < FEW && plan.key().length() >= SHORTEST_SIMILAR) {
            ids(SIMILAR, found, plan.key(), plan.key());
        }
    }

    private static boolean more(Set<Long> found) {
        return found.size() < Labelled.FIRST;
    }

    private static String like(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private List<Set<String>> resembling(List<String> words) throws SQLException {
        List<Set<String>> all = new ArrayList<>();
        for (String word : words) {
            Set<String> resembling = new LinkedHashSet<>();
            if (word.length() >= SHORTEST_SIMILAR && !Character.isIdeographic(word.charAt(0))) {
                try (PreparedStatement statement = prepared(RESEMBLING, word, word);
                        ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        resembling.add(rows.getString(1));
                    }
                }
            }
            all.add(resembling);
        }
        return all;
    }

    private void ids(String sql, Set<Long> into, String... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                into.add(rows.getLong(1));
            }
        }
    }

    /** The driver keeps it prepared on the server from the fifth time on. */
    private PreparedStatement prepared(String sql, String... values) throws SQLException {
        PreparedStatement statement = connection.get().prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public long bytes() {
        try (Statement statement = connection.get().createStatement();
                ResultSet size = statement.executeQuery(
                        "select pg_total_relation_size('customer') + pg_total_relation_size('vocabulary')")) {
            size.next();
            return size.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            for (Connection open : connections) {
                open.close();
            }
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
