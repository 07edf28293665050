package org.quanhe.crm.platform.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
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

    @Resource(lookup = "java:app/jdbc/crm")
    private DataSource dataSource;

    @PostConstruct
    void migrate() {
        String own = CrmDataSource.isH2(CrmDataSource.url()) ? "h2" : "postgresql";
        Flyway flyway = Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(dataSource)
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
}
