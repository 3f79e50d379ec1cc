package org.redress.service.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Produces the service's {@link Jdbi}; its connections join the transaction that is running, if one is. Its exceptions do not
 * show what was bound: they end in logs, and what is bound is names, phone numbers and words.
 */
@Singleton
public class JdbiProducer {
    @Produces
    @Singleton
    Jdbi jdbi(AgroalDataSource dataSource) {
        var jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi;
    }
}
