package dev.greenlight.launchservice.preview;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.IfMatch;
import dev.greenlight.launchservice.launch.PlanDocument;
import java.util.List;
import java.util.UUID;

/** An author's look at what an edit would do, without HTTP. */
public final class PreviewCalls {
    private final Previews previews;

    PreviewCalls(Previews previews) {
        this.previews = previews;
    }

    /** What the edit would do. */
    public List<Effect> of(UUID launch, PlanDocument edit, Caller author) {
        return previews.of(launch, edit, new IfMatch(null), author);
    }
}
