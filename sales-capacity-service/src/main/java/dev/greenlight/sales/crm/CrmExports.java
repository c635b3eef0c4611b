package dev.greenlight.sales.crm;

import dev.greenlight.kit.exchange.Exports.Rows;
import dev.greenlight.kit.exchange.FileExport;
import dev.greenlight.kit.exchange.FileRow;
import dev.greenlight.kit.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts, products and opportunities, in the columns that their imports take; sorted by what they are known by. */
@Configuration(proxyBeanMethods = false)
class CrmExports {
    private static final int ROWS_AT_ONCE = 500;

    @Bean
    FileExport accountsExport(JdbcClient jdbc) {
        return new Table(
                jdbc,
                "accounts",
                List.of("account", "sector"),
                "SELECT name, sector FROM account ORDER BY account_key COLLATE \"C\"",
                (row, number) -> cells(row.getString("name"), row.getString("sector")));
    }

    @Bean
    FileExport productsExport(JdbcClient jdbc) {
        return new Table(
                jdbc,
                "products",
                List.of("product", "series", "sales_price", "currency"),
                "SELECT name, series, amount, currency FROM product ORDER BY product_key COLLATE \"C\"",
                (row, number) -> {
                    Money price = new Money(row.getLong("amount"), row.getString("currency"));
                    return cells(
                            row.getString("name"), row.getString("series"), FileRow.amountOf(price), price.currency());
                });
    }

    @Bean
    FileExport opportunitiesExport(JdbcClient jdbc) {
        return new Table(
                jdbc,
                "opportunities",
                List.of(
                        "opportunity_id",
                        "sales_agent",
                        "product",
                        "account",
                        "deal_stage",
                        "engage_date",
                        "close_date",
                        "close_value",
                        "currency"),
                "SELECT * FROM opportunity ORDER BY opportunity_id COLLATE \"C\"",
                (row, number) -> cells(
                        row.getString("opportunity_id"),
                        row.getString("agent"),
                        row.getString("product"),
                        row.getString("account"),
                        stage(row.getString("stage")),
                        row.getString("engaged_on"),
                        row.getString("closed_on"),
                        value(row),
                        row.getString("currency")));
    }

    private static String stage(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static @Nullable String value(ResultSet row) throws SQLException {
        long amount = row.getLong("amount");
        return row.wasNull() ? null : FileRow.amountOf(new Money(amount, row.getString("currency")));
    }

    private static @Nullable Object[] cells(@Nullable Object... cells) {
        return cells;
    }

    /** A table of the database that is given out as it is, read piece by piece. */
    private record Table(
            JdbcClient jdbc, String kind, List<String> columns, String select, RowMapper<@Nullable Object[]> mapper)
            implements FileExport {
        @Override
        public void write(Selection selection, Rows rows) {
            try (Stream<@Nullable Object[]> read =
                    jdbc.sql(select).withFetchSize(ROWS_AT_ONCE).query(mapper).stream()) {
                read.forEach(rows::write);
            }
        }
    }
}
