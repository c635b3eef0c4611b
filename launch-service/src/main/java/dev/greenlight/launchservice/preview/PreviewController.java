package dev.greenlight.launchservice.preview;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.IdempotentCalls;
import dev.greenlight.kit.http.IfMatch;
import dev.greenlight.launchservice.launch.PlanDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an edit would break, over HTTP. */
@RestController
@RequestMapping("/api/launches")
class PreviewController {
    private final Previews previews;
    private final IdempotentCalls calls;

    PreviewController(Previews previews, IdempotentCalls calls) {
        this.previews = previews;
        this.calls = calls;
    }

    /** All that an edit would do. */
    record PreviewView(List<Effect> effects) {}

    /** What the plan, put in the place of the present one, would do to what was promised and heard. */
    @PostMapping("/{id}/preview")
    ResponseEntity<?> preview(
            @PathVariable UUID id,
            @RequestBody PlanDocument body,
            IfMatch seen,
            Caller caller,
            HttpServletRequest request) {
        return calls.once(request, body, () -> ResponseEntity.ok(new PreviewView(previews.of(id, body, seen, caller))));
    }
}
