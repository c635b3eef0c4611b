package dev.greenlight.sales.crm;

import dev.greenlight.kit.access.Caller;
import java.util.List;

/** Takes over one kind of file, in its caller's transaction and under the lock of imports. */
interface CrmImport {
    /** The last part of the address to which such files are sent. */
    String kind();

    /** The columns that such a file must have. */
    List<String> columns();

    /** Takes over every row that is right. */
    ImportReport take(Caller caller, List<CrmRow> rows);
}
