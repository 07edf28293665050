package org.quanhe.crm.platform.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings the database's schema to this release before anything else starts. */
@DataSourceDefinition(
        name = "java:app/jdbc/crm",
        className = "org.quanhe.crm.platform.control.CrmDataSource",
        minPoolSize = 2,
        maxPoolSize = 24,
        properties = "source=env")
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {
    private static final System.Logger LOG = System.getLogger(SchemaMigration.class.getName());
    /** The first version of H2 that walks an index backwards. */
    private static final int H2_WALKS_BACKWARDS = 203;

    @Resource(lookup = "java:app/jdbc/crm")
    private DataSource dataSource;

    @PostConstruct
    void migrate() {
        bring(dataSource);
    }

    /** Brings that database's schema to this release. */
    static void bring(DataSource database) {
        String own = dialect(database);
        Flyway flyway = Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + own)
                .validateMigrationNaming(true)
                .load();
        MigrateResult result = flyway.migrate();
        // Some class loaders show Flyway an empty folder: no migration and no error.
        if (flyway.info().applied().length == 0) {
            throw new IllegalStateException("no migration was found in the application: its archive is incomplete");
        }
        LOG.log(
                System.Logger.Level.INFO,
                "schema {0} at version {1}, {2} new migrations",
                own,
                flyway.info().current().getVersion(),
                result.migrationsExecuted);
    }

    /** Folder of what is done for the database in use alone. */
    private static String dialect(DataSource source) {
        try (Connection connection = source.getConnection()) {
            DatabaseMetaData database = connection.getMetaData();
            if (!database.getDatabaseProductName().equals("H2")) {
                return "postgresql";
            }
            int version = 100 * database.getDatabaseMajorVersion() + database.getDatabaseMinorVersion();
            return version < H2_WALKS_BACKWARDS ? "h2-forwards" : "h2";
        } catch (SQLException unavailable) {
            throw new IllegalStateException("the database cannot be reached", unavailable);
        }
    }
}
