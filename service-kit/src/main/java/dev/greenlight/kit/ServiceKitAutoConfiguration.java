package dev.greenlight.kit;

import dev.greenlight.kit.access.AccessConfiguration;
import dev.greenlight.kit.description.InterfaceDescription;
import dev.greenlight.kit.description.InterfaceDocument;
import dev.greenlight.kit.exchange.Exports;
import dev.greenlight.kit.exchange.RowByRow;
import dev.greenlight.kit.http.HttpConventions;
import dev.greenlight.kit.http.IdempotentCalls;
import dev.greenlight.kit.outbox.OutboxConfiguration;
import dev.greenlight.kit.problem.ProblemAdvice;
import dev.greenlight.kit.problem.ProblemErrorController;
import dev.greenlight.kit.problem.ProblemReportValve;
import dev.greenlight.kit.signal.DedicatedConnections;
import dev.greenlight.kit.signal.PostgresSignals;
import dev.greenlight.kit.snapshot.SnapshotConfiguration;
import dev.greenlight.kit.trace.TraceparentFilter;
import java.time.Clock;
import javax.sql.DataSource;
import org.apache.catalina.core.StandardHost;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Everything that a service gets by depending on the kit. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration"
        })
@EnableScheduling
@Import({
    AccessConfiguration.class,
    OutboxConfiguration.class,
    SnapshotConfiguration.class,
    HttpConventions.class,
    ProblemAdvice.class,
    ProblemErrorController.class,
    TraceparentFilter.class
})
public class ServiceKitAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The server's own refusals come before Spring; they are problems too. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> serverTellsProblems() {
        return server -> server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
            }
        });
    }

    @Bean
    IdempotentCalls idempotentCalls(TransactionTemplate transactions, JdbcClient jdbc, JsonMapper json, Clock clock) {
        return new IdempotentCalls(transactions, jdbc, json, clock);
    }

    @Bean
    Exports exports(PlatformTransactionManager transactions, JsonMapper json, Clock clock) {
        return new Exports(transactions, json, clock);
    }

    @Bean
    InterfaceDescription interfaceDescription(@Value("${spring.application.name}") String service, JsonMapper json) {
        return new InterfaceDescription(service, InterfaceDocument.read(), json);
    }

    @Bean
    RowByRow rowByRow(PlatformTransactionManager transactions) {
        return new RowByRow(transactions);
    }

    @Bean
    DedicatedConnections dedicatedConnections(
            JdbcConnectionDetails database, @Value("${spring.application.name}") String applicationName) {
        return new DedicatedConnections(database, applicationName);
    }

    @Bean
    PostgresSignals signals(DedicatedConnections connections, DataSource pool) {
        return new PostgresSignals(connections, pool);
    }

    /** The kit's tables have a history of their own, so that neither numbering knows of the other. */
    @Bean
    FlywayMigrationStrategy migrateKitThenService() {
        return service -> {
            Flyway.configure(service.getConfiguration().getClassLoader())
                    .dataSource(service.getConfiguration().getDataSource())
                    .locations("classpath:db/kit")
                    .table("flyway_kit_history")
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
            service.migrate();
        };
    }
}
