package dev.greenlight.sales.crm;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.IdempotentCalls;
import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.sales.opportunity.OpportunityRepository;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

/** Takes over the CRM's files: what is wrong with a file refuses all of it, what is wrong with a row refuses that row. */
@RestController
@RequestMapping("/api/capacity/import")
class ImportController {
    private final Map<String, CrmImport> imports;
    private final OpportunityRepository opportunities;
    private final IdempotentCalls calls;

    ImportController(List<CrmImport> imports, OpportunityRepository opportunities, IdempotentCalls calls) {
        this.imports = imports.stream().collect(Collectors.toMap(CrmImport::kind, Function.identity()));
        this.opportunities = opportunities;
        this.calls = calls;
    }

    @PostMapping(path = "/{kind}", consumes = "text/csv")
    ResponseEntity<?> takeBody(Caller caller, @PathVariable String kind, HttpServletRequest request)
            throws IOException {
        CrmImport found = find(kind);
        byte[] bytes = request.getInputStream().readNBytes(CrmFile.MOST_BYTES + 1);
        return take(caller, found, bytes, request);
    }

    @PostMapping(path = "/{kind}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> takeForm(
            Caller caller,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        CrmImport found = find(kind);
        if (file == null) {
            throw Rejection.invalid("/file", "The form has no field \"file\"").asException();
        }
        return take(caller, found, file.getBytes(), request);
    }

    private CrmImport find(String kind) {
        CrmImport found = imports.get(kind);
        if (found == null) {
            throw Rejection.notFound("There is no import of " + kind).asException();
        }
        return found;
    }

    private ResponseEntity<?> take(Caller caller, CrmImport found, byte[] bytes, HttpServletRequest request) {
        if (bytes.length > CrmFile.MOST_BYTES) {
            throw CrmFile.tooLarge().asException();
        }
        List<CrmRow> rows = CrmFile.read(bytes, found.columns()).rows();
        return calls.once(request, new Fingerprint(fingerprint(bytes)), () -> {
            opportunities.lockForImport();
            return ResponseEntity.ok(found.take(caller, rows));
        });
    }

    private static String fingerprint(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** What makes two files the same, in place of their megabytes. */
    record Fingerprint(String sha256) {}
}
