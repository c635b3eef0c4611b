package dev.greenlight.launchservice.waiver;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.IfMatch;
import java.time.Instant;
import java.util.UUID;

/** Leadership's calls, without HTTP. */
public final class WaiverCalls {
    private final Waivers waivers;

    WaiverCalls(Waivers waivers) {
        this.waivers = waivers;
    }

    /** Waives a condition. */
    public Waiver give(UUID launch, String region, String condition, String reason, Instant expiresAt, Caller leader) {
        return waivers.give(
                launch,
                new WaiverRequest(region, condition, leader.id(), reason, expiresAt),
                new IfMatch(null),
                leader);
    }

    /** Takes a waiver back. */
    public void revoke(UUID launch, UUID waiver, Caller leader) {
        waivers.revoke(launch, waiver, new IfMatch(null), leader);
    }
}
