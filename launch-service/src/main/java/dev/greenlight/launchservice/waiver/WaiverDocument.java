package dev.greenlight.launchservice.waiver;

import dev.greenlight.launchservice.launch.MarketKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A waiver as it is kept beside the facts that it was part of. Readable for ever: fields are added, never renamed. */
public record WaiverDocument(
        UUID id,
        UUID launchId,
        String region,
        String condition,
        DemandDocument demand,
        String approver,
        String reason,
        Instant givenAt,
        Instant expiresAt,
        Waiver.Status status,
        @Nullable String endedBy,
        @Nullable Instant endedAt) {

    /** The document of a waiver. */
    public static WaiverDocument of(Waiver waiver) {
        Waiver.End end = waiver.end();
        return new WaiverDocument(
                waiver.id(),
                waiver.market().launchId(),
                waiver.market().region(),
                waiver.condition(),
                DemandDocument.of(waiver.demand()),
                waiver.approver(),
                waiver.reason(),
                waiver.givenAt(),
                waiver.expiresAt(),
                waiver.status(),
                end == null ? null : end.by(),
                end == null ? null : end.at());
    }

    /** The waiver of the document. */
    public Waiver toWaiver() {
        return new Waiver(
                id,
                new MarketKey(launchId, region),
                condition,
                demand.toDemand(),
                approver,
                reason,
                givenAt,
                expiresAt,
                status,
                endedBy == null || endedAt == null ? null : new Waiver.End(endedBy, endedAt));
    }
}
