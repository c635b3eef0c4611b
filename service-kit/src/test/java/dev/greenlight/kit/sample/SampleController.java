package dev.greenlight.kit.sample;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.Etag;
import dev.greenlight.kit.http.IdempotentCalls;
import dev.greenlight.kit.http.IfMatch;
import dev.greenlight.kit.http.Page;
import dev.greenlight.kit.http.PageRequest;
import dev.greenlight.kit.outbox.EventIds;
import dev.greenlight.kit.problem.Faults;
import dev.greenlight.kit.problem.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
class SampleController {
    private final JdbcClient jdbc;
    private final EventIds ids;
    private final IdempotentCalls calls;

    SampleController(JdbcClient jdbc, EventIds ids, IdempotentCalls calls) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.calls = calls;
    }

    @PostMapping("/notes")
    ResponseEntity<?> write(HttpServletRequest request, @RequestBody NoteBody body) {
        return calls.once(request, body, () -> {
            UUID id = ids.next();
            Faults faults = new Faults();
            String text = faults.text("/text", body.text(), 100);
            jdbc.sql("INSERT INTO note (id, text, revision) VALUES (?, ?, 1)")
                    .params(id, Objects.requireNonNullElse(text, ""))
                    .update();
            faults.throwIfAny();
            return ResponseEntity.created(URI.create("/api/notes/" + id))
                    .eTag(Etag.of(1))
                    .body(new Note(id, Objects.requireNonNull(text), 1));
        });
    }

    @PutMapping("/notes/{id}")
    ResponseEntity<Note> change(@PathVariable UUID id, @RequestBody NoteBody body, IfMatch seen) {
        seen.required();
        Note current = jdbc.sql("SELECT id, text, revision FROM note WHERE id = ?")
                .param(id)
                .query(Note.class)
                .optional()
                .orElseThrow(() -> Rejection.notFound("There is no such note").asException());
        seen.against(current.revision()).ifPresent(rejection -> {
            throw rejection.asException();
        });
        Note next = new Note(id, String.valueOf(body.text()), current.revision() + 1);
        jdbc.sql("UPDATE note SET text = ?, revision = ? WHERE id = ?")
                .params(next.text(), next.revision(), id)
                .update();
        return ResponseEntity.ok().eTag(Etag.of(next.revision())).body(next);
    }

    @GetMapping("/notes")
    Page<Note> all(PageRequest page) {
        List<Note> rows = jdbc.sql(
                        "SELECT id, text, revision FROM note WHERE id > coalesce(CAST(? AS uuid), '00000000-0000-0000-0000-000000000000') ORDER BY id LIMIT ?")
                .params(Arrays.asList(page.after(), page.limit() + 1))
                .query(Note.class)
                .list();
        return page.page(rows, note -> note.id().toString(), note -> note);
    }

    @GetMapping("/shades")
    List<Shade> shades(@RequestParam(defaultValue = "") List<Shade> shade) {
        return shade;
    }

    enum Shade {
        LIGHT,
        DARK
    }

    @GetMapping("/whoami")
    Caller whoAmI(Caller caller) {
        return caller;
    }

    @GetMapping("/boom")
    String boom() {
        throw new IllegalStateException("secret detail");
    }

    record NoteBody(@Nullable String text, @Nullable Nested nested) {}

    record Nested(@Nullable Integer number) {}

    record Note(UUID id, String text, long revision) {}
}
