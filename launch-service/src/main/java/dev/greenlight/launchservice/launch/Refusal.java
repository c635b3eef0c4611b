package dev.greenlight.launchservice.launch;

import dev.greenlight.kit.problem.Rejection;
import java.util.Optional;

/** Where a refusal, a value until then, ends the call. */
public final class Refusal {
    private Refusal() {}

    /**
     * Ends the call when a rule refuses.
     *
     * @throws dev.greenlight.kit.problem.RejectedException with the refusal
     */
    public static void endsCall(Optional<Rejection> refusal) {
        if (refusal.isPresent()) {
            throw refusal.get().asException();
        }
    }
}
