package dev.greenlight.testing.call;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Counts the SQL statements that a service sends, told apart by the thread that sends them, so that what the service does by
 * itself meanwhile does not count. A test imports it into the service's context.
 */
public final class Statements implements BeanPostProcessor, QueryExecutionListener {
    /** Part of the names of the threads that answer HTTP calls. */
    private static final String HTTP_THREAD = "-exec-";

    private final Map<String, LongAdder> byThread = new ConcurrentHashMap<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database
                ? ProxyDataSourceBuilder.create(database).listener(this).build()
                : bean;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // Counted when it is done.
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        byThread.computeIfAbsent(Thread.currentThread().getName(), thread -> new LongAdder())
                .add(execution.isBatch() ? execution.getBatchSize() : queries.size());
    }

    /** How many statements HTTP calls need that are made one after the other meanwhile. */
    public long ofCalls(Runnable calls) {
        return during(HTTP_THREAD, calls);
    }

    /** How many statements this thread sends meanwhile. */
    public long ofThisThread(Runnable work) {
        return during(Thread.currentThread().getName(), work);
    }

    private long during(String thread, Runnable work) {
        long before = count(thread);
        work.run();
        return count(thread) - before;
    }

    private long count(String thread) {
        return byThread.entrySet().stream()
                .filter(entry -> entry.getKey().contains(thread))
                .mapToLong(entry -> entry.getValue().sum())
                .sum();
    }
}
