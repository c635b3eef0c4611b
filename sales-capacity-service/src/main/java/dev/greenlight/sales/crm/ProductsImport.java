package dev.greenlight.sales.crm;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.exchange.FileRow;
import dev.greenlight.kit.exchange.ImportReport;
import dev.greenlight.kit.exchange.ReadRows;
import dev.greenlight.kit.exchange.ReadRows.Value;
import dev.greenlight.kit.money.Money;
import dev.greenlight.kit.trace.Traceparent;
import dev.greenlight.sales.fieldreport.OvertakenReports;
import dev.greenlight.sales.launch.Cause;
import dev.greenlight.sales.opportunity.OpportunityRepository;
import dev.greenlight.sales.opportunity.Product;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The price list. */
@Component
class ProductsImport implements CrmImport {
    private final OpportunityRepository opportunities;
    private final OvertakenReports overtakenReports;

    ProductsImport(OpportunityRepository opportunities, OvertakenReports overtakenReports) {
        this.opportunities = opportunities;
        this.overtakenReports = overtakenReports;
    }

    @Override
    public String kind() {
        return "products";
    }

    @Override
    public List<String> columns() {
        return List.of("product", "series", "sales_price");
    }

    @Override
    public ImportReport take(Caller caller, List<FileRow> rows) {
        ReadRows<Product> products = ReadRows.of(rows, ProductsImport::read, Product::key);
        Map<String, Product> known = opportunities.products();
        opportunities.saveProducts(products.changed(product -> known.get(product.key())));
        overtakenReports.publishAnew(new Cause(caller.id(), Traceparent.current()));
        return products.report(product -> known.get(product.key()));
    }

    private static Value<Product> read(FileRow row) {
        String name = row.required("product");
        Long price = row.amount("sales_price");
        if (price == null) {
            throw new IllegalArgumentException("sales_price is empty");
        }
        return new Value<>(new Product(name, row.optional("series"), new Money(price, row.currency())), List.of());
    }
}
