package dev.greenlight.kit.exchange;

import dev.greenlight.kit.exchange.ImportReport.Outcome;
import dev.greenlight.kit.exchange.ImportReport.RowStatus;
import dev.greenlight.kit.problem.Fault;
import dev.greenlight.kit.problem.Faults;
import dev.greenlight.kit.problem.RejectedException;
import dev.greenlight.kit.problem.Rejection;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies the rows of a file one by one by the code of the single calls: what a rule refuses is rolled back to before its row and
 * told, the rest goes through, and all of it together is committed or not.
 */
public final class RowByRow {
    private final TransactionTemplate savepoint;

    /** Runs within the transaction of the import. */
    public RowByRow(PlatformTransactionManager transactions) {
        savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Applies one row.
     *
     * @param work the row's effect; a rejection or an {@link IllegalArgumentException} of it refuses the row
     */
    public Outcome apply(int row, Supplier<RowStatus> work) {
        try {
            RowStatus status = savepoint.execute(transaction -> work.get());
            return new Outcome(row, status == null ? RowStatus.UNCHANGED : status, null);
        } catch (RejectedException e) {
            return new Outcome(row, RowStatus.REFUSED, sentence(e.rejection()));
        } catch (IllegalArgumentException e) {
            return new Outcome(row, RowStatus.REFUSED, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Ends the reading of a row when anything is wrong with it.
     *
     * @throws IllegalArgumentException naming every fault
     */
    public static void refuse(Faults faults) {
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(sentence(Rejection.invalid(faults.list())));
        }
    }

    /** What was refused, with every field that is at fault. */
    static String sentence(Rejection rejection) {
        return rejection.errors().isEmpty()
                ? rejection.sentence()
                : rejection.errors().stream().map(RowByRow::named).collect(Collectors.joining("; "));
    }

    private static String named(Fault fault) {
        boolean wholeSentence = !fault.detail().isEmpty()
                && Character.isUpperCase(fault.detail().charAt(0));
        return wholeSentence || fault.pointer().isEmpty()
                ? fault.detail()
                : fault.pointer().substring(1) + " " + fault.detail();
    }
}
