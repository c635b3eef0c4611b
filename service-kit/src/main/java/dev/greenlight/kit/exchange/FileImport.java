package dev.greenlight.kit.exchange;

import dev.greenlight.kit.access.Caller;
import java.util.List;

/** Takes over one kind of file, in its caller's transaction. */
public interface FileImport {
    /** The last part of the address to which such files are sent. */
    String kind();

    /** The columns that such a file must have; it may have more. */
    List<String> columns();

    /** Takes over every row that is right. */
    ImportReport take(Caller caller, List<FileRow> rows);
}
