package dev.greenlight.launchservice.planfile;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.exchange.Exports;
import dev.greenlight.kit.exchange.ImportFile;
import dev.greenlight.kit.http.IdempotentCalls;
import dev.greenlight.launchservice.launch.BoardPosition;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchRepository;
import dev.greenlight.launchservice.launch.LaunchStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Launches as files. */
@RestController
@RequestMapping("/api/launches")
class PlanFileController {
    private static final int LAUNCHES_AT_ONCE = 100;

    private final LaunchRepository launches;
    private final PlanImport imports;
    private final Exports exports;
    private final IdempotentCalls calls;

    PlanFileController(LaunchRepository launches, PlanImport imports, Exports exports, IdempotentCalls calls) {
        this.launches = launches;
        this.imports = imports;
        this.exports = exports;
        this.calls = calls;
    }

    /** All launches that the caller may see, in the order of the board. */
    @GetMapping("/export")
    void export(
            @RequestParam(defaultValue = "") List<LaunchStatus> status,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String q,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, HttpMediaTypeNotAcceptableException {
        LaunchRepository.Filter filter = new LaunchRepository.Filter(
                caller.id(), status, LaunchRepository.wanted(region), null, LaunchRepository.wanted(q));
        exports.table(
                new Exports.Call(request, response),
                "launches",
                PlanTable.COLUMNS,
                rows -> each(filter, launch -> PlanTable.write(launch, rows)),
                items -> each(filter, launch -> items.accept(FiledPlan.of(launch))));
    }

    /** Plans what is new and revises what is different. */
    @PostMapping(
            path = "/import",
            consumes = {"text/csv", MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<?> takeBody(Caller caller, HttpServletRequest request) throws IOException {
        return take(caller, ImportFile.ofBody(request), request);
    }

    /** As with a body, with the file of a form. */
    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> takeForm(
            Caller caller, @RequestParam(required = false) @Nullable MultipartFile file, HttpServletRequest request)
            throws IOException {
        return take(caller, ImportFile.ofForm(file), request);
    }

    private ResponseEntity<?> take(Caller caller, ImportFile file, HttpServletRequest request) {
        List<PlanImport.Read> plans = imports.read(file);
        return calls.once(request, file.fingerprint(), () -> ResponseEntity.ok(imports.take(caller, plans)));
    }

    private void each(LaunchRepository.Filter filter, Consumer<Launch> consumer) {
        List<Launch> part = launches.search(filter, null, LAUNCHES_AT_ONCE);
        while (!part.isEmpty()) {
            part.forEach(consumer);
            part = launches.search(filter, BoardPosition.of(part.get(part.size() - 1)), LAUNCHES_AT_ONCE);
        }
    }
}
