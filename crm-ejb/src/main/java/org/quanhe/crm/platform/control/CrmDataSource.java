package org.quanhe.crm.platform.control;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.settings.CrmSettings;

/**
 * The physical connections of {@code java:app/jdbc/crm}, made from CRM_DB_URL, CRM_DB_USER and CRM_DB_PASSWORD, so that
 * the same archive finds its database on every server. The server pools what this makes.
 */
public class CrmDataSource implements DataSource {
    private String source = "env";
    private @Nullable PrintWriter logWriter;
    private int loginTimeout;

    /** The JDBC address in use. */
    public static String url() {
        String url = Configuration.find(CrmSettings.DB_URL)
                .orElseGet(() ->
                        "jdbc:h2:file:" + Configuration.home().resolve("data").resolve("crm"));
        // H2 keeps commits in memory for half a second unless told otherwise: kill -9 would lose them.
        if (url.startsWith("jdbc:h2:") && !url.contains("WRITE_DELAY")) {
            url += ";WRITE_DELAY=0";
        }
        return url.startsWith("jdbc:h2:") && !url.contains("DB_CLOSE_ON_EXIT") ? url + ";DB_CLOSE_ON_EXIT=FALSE" : url;
    }

    /** True if that address is an H2 database. */
    public static boolean isH2(String url) {
        return url.startsWith("jdbc:h2:");
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connect(Configuration.text(CrmSettings.DB_USER), Configuration.text(CrmSettings.DB_PASSWORD));
    }

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        // The server hands over its own empty credentials: the settings decide.
        return getConnection();
    }

    private static Connection connect(String user, String password) throws SQLException {
        String url = url();
        try {
            Class.forName(isH2(url) ? "org.h2.Driver" : "org.postgresql.Driver");
        } catch (ClassNotFoundException absent) {
            throw new SQLException("no JDBC driver for " + url, absent);
        }
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return DriverManager.getConnection(url, properties);
    }

    /** Where the connection's data come from; only {@code env} exists. Servers want at least one property to set. */
    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return logWriter;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        this.logWriter = out;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        this.loginTimeout = seconds;
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("not a wrapper of " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
