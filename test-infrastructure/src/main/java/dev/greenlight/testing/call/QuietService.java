package dev.greenlight.testing.call;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * Base of a test of a running service in which nothing happens by itself: whatever changes in its database was done by the call
 * that was made last. Each service stops what it has that works by itself.
 */
@Import(Statements.class)
public abstract class QuietService {
    /** The service's context. */
    @Autowired
    protected ApplicationContext service;

    /** The service's database. */
    @Autowired
    protected DataSource database;

    /** What the service asks its database. */
    @Autowired
    protected Statements statements;

    @LocalServerPort
    private int port;

    /** Calls the service. */
    protected ServiceClient client() {
        return new ServiceClient(port);
    }

    /** All calls that the service documents. */
    protected List<ServiceCall> calls() {
        return ServiceCalls.of(client());
    }

    /**
     * All that the service's database holds.
     *
     * @throws SQLException when it can't be read
     */
    protected DatabaseState state() throws SQLException {
        return DatabaseState.of(database);
    }
}
