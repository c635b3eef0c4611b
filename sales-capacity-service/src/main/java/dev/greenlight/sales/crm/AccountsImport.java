package dev.greenlight.sales.crm;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.exchange.FileRow;
import dev.greenlight.kit.exchange.ImportReport;
import dev.greenlight.kit.exchange.ReadRows;
import dev.greenlight.kit.exchange.ReadRows.Value;
import dev.greenlight.sales.opportunity.Account;
import dev.greenlight.sales.opportunity.OpportunityRepository;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The customers. */
@Component
class AccountsImport implements CrmImport {
    /** How sectors are misspelt in files that we have seen. */
    private static final Map<String, String> MISSPELT_SECTORS = Map.of("technolgy", "technology");

    private final OpportunityRepository opportunities;

    AccountsImport(OpportunityRepository opportunities) {
        this.opportunities = opportunities;
    }

    @Override
    public String kind() {
        return "accounts";
    }

    @Override
    public List<String> columns() {
        return List.of("account", "sector");
    }

    @Override
    public ImportReport take(Caller caller, List<FileRow> rows) {
        ReadRows<Account> accounts = ReadRows.of(rows, AccountsImport::read, Account::key);
        Map<String, Account> known = opportunities.accounts(
                accounts.values().stream().map(Account::key).toList());
        opportunities.saveAccounts(accounts.changed(account -> known.get(account.key())));
        return accounts.report(account -> known.get(account.key()));
    }

    private static Value<Account> read(FileRow row) {
        String name = row.required("account");
        String sector = row.optional("sector");
        if (sector == null) {
            return new Value<>(
                    new Account(name, null), List.of("It has no sector; reports from it must name their segment"));
        }
        String corrected = MISSPELT_SECTORS.get(sector.toLowerCase(Locale.ROOT));
        return corrected == null
                ? new Value<>(new Account(name, sector), List.of())
                : new Value<>(
                        new Account(name, corrected),
                        List.of("The sector \"" + sector + "\" is taken as \"" + corrected + "\""));
    }
}
