package dev.greenlight.sales.opportunity;

import dev.greenlight.kit.money.Money;
import dev.greenlight.sales.rows.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Opportunities, accounts and products. An import changes them all at once; who reads an opportunity into a report holds them
 * still until the report is stored, so that an import either sees the report or is seen by it.
 */
@Repository
public class OpportunityRepository {
    /** Of the advisory lock between imports and reports; any number that nobody else uses. */
    private static final long IMPORT_LOCK = 4_201_082_001L;

    private final JdbcClient jdbc;

    OpportunityRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps imports out until the end of the transaction; taken before any other lock. */
    public void holdStill() {
        jdbc.sql("SELECT pg_advisory_xact_lock_shared(:lock)")
                .param("lock", IMPORT_LOCK)
                .query()
                .singleRow();
    }

    /** Keeps other imports and readers out until the end of the transaction; taken before any other lock. */
    public void lockForImport() {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", IMPORT_LOCK)
                .query()
                .singleRow();
    }

    /** The account, however it is spelt. */
    public Optional<Account> account(String name) {
        return Optional.ofNullable(accounts(List.of(NameKey.of(name))).get(NameKey.of(name)));
    }

    /** Accounts by their keys. */
    public Map<String, Account> accounts(Collection<String> keys) {
        return jdbc
                .sql("SELECT name, sector FROM account WHERE account_key = ANY (:keys::text[])")
                .param("keys", Columns.of(keys, key -> key))
                .query(Account.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Account::key, Function.identity()));
    }

    /** All products of the price list by their keys. */
    public Map<String, Product> products() {
        return jdbc
                .sql("SELECT name, series, amount, currency FROM product")
                .query((row, number) -> new Product(
                        row.getString("name"),
                        row.getString("series"),
                        new Money(row.getLong("amount"), row.getString("currency"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Product::key, Function.identity()));
    }

    /** Opportunities by their ids. */
    public Map<String, Opportunity> opportunities(Collection<String> ids) {
        return jdbc
                .sql("SELECT * FROM opportunity WHERE opportunity_id = ANY (:ids::text[])")
                .param("ids", Columns.of(ids, id -> id))
                .query((row, number) -> opportunity(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Opportunity::id, Function.identity()));
    }

    /** Opportunities with the value that counts for each, by their ids. */
    public Map<String, NamedOpportunity> named(Collection<String> ids) {
        return jdbc
                .sql("""
                        SELECT o.opportunity_id, coalesce(p.name, o.product) AS product, coalesce(o.amount, p.amount, 0) AS amount,
                            CASE WHEN o.amount IS NULL THEN coalesce(p.currency, o.currency) ELSE o.currency END AS currency,
                            o.amount IS NULL AS estimated, o.open
                        FROM opportunity o LEFT JOIN product p USING (product_key)
                        WHERE o.opportunity_id = ANY (:ids::text[])
                        """)
                .param("ids", Columns.of(ids, id -> id))
                .query((row, number) -> new NamedOpportunity(
                        row.getString("opportunity_id"),
                        row.getString("product"),
                        new Money(row.getLong("amount"), row.getString("currency")),
                        row.getBoolean("estimated"),
                        row.getBoolean("open")))
                .list()
                .stream()
                .collect(Collectors.toMap(NamedOpportunity::id, Function.identity()));
    }

    /** Writes opportunities, new or changed. */
    public void saveOpportunities(Collection<Opportunity> opportunities) {
        jdbc.sql("""
                        INSERT INTO opportunity (opportunity_id, agent, product, product_key, account, account_key, stage,
                            engaged_on, closed_on, amount, currency, open)
                        SELECT * FROM unnest(:ids::text[], :agents::text[], :products::text[], :productKeys::text[],
                            :accounts::text[], :accountKeys::text[], :stages::text[], :engaged::date[], :closed::date[],
                            :amounts::bigint[], :currencies::text[], :opens::boolean[])
                        ON CONFLICT (opportunity_id) DO UPDATE SET agent = excluded.agent, product = excluded.product,
                            product_key = excluded.product_key, account = excluded.account,
                            account_key = excluded.account_key, stage = excluded.stage, engaged_on = excluded.engaged_on,
                            closed_on = excluded.closed_on, amount = excluded.amount, currency = excluded.currency,
                            open = excluded.open
                        """)
                .param("ids", Columns.of(opportunities, Opportunity::id))
                .param("agents", Columns.of(opportunities, Opportunity::agent))
                .param("products", Columns.of(opportunities, Opportunity::product))
                .param("productKeys", Columns.of(opportunities, o -> NameKey.ofProduct(o.product())))
                .param("accounts", Columns.of(opportunities, Opportunity::account))
                .param("accountKeys", Columns.of(opportunities, OpportunityRepository::accountKey))
                .param("stages", Columns.of(opportunities, Opportunity::stage))
                .param("engaged", Columns.of(opportunities, Opportunity::engagedOn))
                .param("closed", Columns.of(opportunities, Opportunity::closedOn))
                .param("amounts", Columns.of(opportunities, Opportunity::amount))
                .param("currencies", Columns.of(opportunities, Opportunity::currency))
                .param("opens", Columns.of(opportunities, o -> o.stage().isOpen()))
                .update();
    }

    /** Writes accounts, new or changed. */
    public void saveAccounts(Collection<Account> accounts) {
        jdbc.sql("""
                        INSERT INTO account (account_key, name, sector)
                        SELECT * FROM unnest(:keys::text[], :names::text[], :sectors::text[])
                        ON CONFLICT (account_key) DO UPDATE SET name = excluded.name, sector = excluded.sector
                        """)
                .param("keys", Columns.of(accounts, Account::key))
                .param("names", Columns.of(accounts, Account::name))
                .param("sectors", Columns.of(accounts, Account::sector))
                .update();
    }

    /** Writes products, new or changed. */
    public void saveProducts(Collection<Product> products) {
        jdbc.sql("""
                        INSERT INTO product (product_key, name, series, amount, currency)
                        SELECT * FROM unnest(:keys::text[], :names::text[], :series::text[], :amounts::bigint[], :currencies::text[])
                        ON CONFLICT (product_key) DO UPDATE SET name = excluded.name, series = excluded.series,
                            amount = excluded.amount, currency = excluded.currency
                        """)
                .param("keys", Columns.of(products, Product::key))
                .param("names", Columns.of(products, Product::name))
                .param("series", Columns.of(products, Product::series))
                .param(
                        "amounts",
                        Columns.of(products, product -> product.listPrice().amount()))
                .param(
                        "currencies",
                        Columns.of(products, product -> product.listPrice().currency()))
                .update();
    }

    private static @Nullable Object accountKey(Opportunity opportunity) {
        return opportunity.account() == null ? null : NameKey.of(opportunity.account());
    }

    private static Opportunity opportunity(ResultSet row) throws SQLException {
        long amount = row.getLong("amount");
        boolean withoutAmount = row.wasNull();
        return new Opportunity(
                row.getString("opportunity_id"),
                row.getString("agent"),
                row.getString("product"),
                row.getString("account"),
                DealStage.valueOf(row.getString("stage")),
                row.getObject("engaged_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                withoutAmount ? null : amount,
                row.getString("currency"));
    }
}
