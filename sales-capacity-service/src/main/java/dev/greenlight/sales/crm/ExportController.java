package dev.greenlight.sales.crm;

import dev.greenlight.kit.exchange.Exports;
import dev.greenlight.kit.exchange.FileExport;
import dev.greenlight.kit.problem.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives out files that imports take back. */
@RestController
@RequestMapping("/api/capacity/export")
class ExportController {
    private final Map<String, FileExport> files;
    private final Exports exports;

    ExportController(List<FileExport> files, Exports exports) {
        this.files = files.stream().collect(Collectors.toMap(FileExport::kind, Function.identity()));
        this.exports = exports;
    }

    @GetMapping("/{kind}")
    void give(
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable UUID launch,
            @RequestParam(required = false) @Nullable String region,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, HttpMediaTypeNotAcceptableException {
        FileExport file = files.get(kind);
        if (file == null) {
            throw Rejection.notFound("There is no export of " + kind).asException();
        }
        FileExport.Selection selection = new FileExport.Selection(launch, region);
        exports.table(new Exports.Call(request, response), kind, file.columns(), rows -> file.write(selection, rows));
    }
}
