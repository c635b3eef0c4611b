package dev.greenlight.sales.crm;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.exchange.FileImport;
import dev.greenlight.kit.exchange.FileRow;
import dev.greenlight.kit.exchange.ImportFile;
import dev.greenlight.kit.http.IdempotentCalls;
import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.sales.opportunity.OpportunityRepository;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes over files: what is wrong with a file refuses all of it, what is wrong with a row refuses that row. */
@RestController
@RequestMapping("/api/capacity/import")
class ImportController {
    private final Map<String, FileImport> imports;
    private final OpportunityRepository opportunities;
    private final IdempotentCalls calls;

    ImportController(List<FileImport> imports, OpportunityRepository opportunities, IdempotentCalls calls) {
        this.imports = imports.stream().collect(Collectors.toMap(FileImport::kind, Function.identity()));
        this.opportunities = opportunities;
        this.calls = calls;
    }

    @PostMapping(
            path = "/{kind}",
            consumes = {"text/csv", MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<?> takeBody(Caller caller, @PathVariable String kind, HttpServletRequest request)
            throws IOException {
        FileImport found = find(kind);
        return take(caller, found, ImportFile.ofBody(request), request);
    }

    @PostMapping(path = "/{kind}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> takeForm(
            Caller caller,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        FileImport found = find(kind);
        return take(caller, found, ImportFile.ofForm(file), request);
    }

    private FileImport find(String kind) {
        FileImport found = imports.get(kind);
        if (found == null) {
            throw Rejection.notFound("There is no import of " + kind).asException();
        }
        return found;
    }

    private ResponseEntity<?> take(Caller caller, FileImport found, ImportFile file, HttpServletRequest request) {
        List<FileRow> rows = file.rows(found.columns());
        return calls.once(request, file.fingerprint(), () -> {
            if (found instanceof CrmImport) {
                opportunities.lockForImport();
            }
            return ResponseEntity.ok(found.take(caller, rows));
        });
    }
}
