package dev.greenlight.launchservice.waiver;

import static java.util.Objects.requireNonNull;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A demand as it is kept: the fields of its kind, the others are missing. Readable for ever: fields are added, never renamed.
 *
 * @param gaps set for blockers; {@code role}, {@code fte}, {@code from} and {@code to} for staff; the others for voices
 */
public record DemandDocument(
        @Nullable String role,
        @Nullable String fte,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String segment,
        @Nullable Integer accounts,
        @Nullable Long pitchRevision,
        @Nullable List<UUID> gaps) {

    /** The document of a demand. */
    public static DemandDocument of(Demand demand) {
        if (demand instanceof Demand.Staff staff) {
            return new DemandDocument(
                    staff.role(),
                    staff.fte().toString(),
                    staff.window().from(),
                    staff.window().to(),
                    null,
                    null,
                    null,
                    null);
        }
        if (demand instanceof Demand.Voices voices) {
            return new DemandDocument(
                    null, null, null, null, voices.segment(), voices.accounts(), voices.pitchRevision(), null);
        }
        if (demand instanceof Demand.Blockers blockers) {
            return new DemandDocument(
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    blockers.open().stream().sorted().toList());
        }
        throw new IllegalStateException("Every demand has a document: " + demand);
    }

    /** The demand of the document. */
    public Demand toDemand() {
        if (gaps != null) {
            return new Demand.Blockers(Set.copyOf(gaps));
        }
        if (role != null) {
            return new Demand.Staff(
                    role,
                    new Fte(new BigDecimal(requireNonNull(fte))),
                    new DateWindow(requireNonNull(from), requireNonNull(to)));
        }
        return new Demand.Voices(requireNonNull(segment), requireNonNull(accounts), requireNonNull(pitchRevision));
    }
}
