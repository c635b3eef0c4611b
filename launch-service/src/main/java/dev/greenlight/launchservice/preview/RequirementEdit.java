package dev.greenlight.launchservice.preview;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.kit.staffing.Promise;
import dev.greenlight.kit.staffing.Promise.Fate;
import dev.greenlight.kit.staffing.StaffShare;
import dev.greenlight.kit.staffing.WorstDayCoverage;
import dev.greenlight.launchservice.launch.Requirement;
import dev.greenlight.launchservice.preview.Effect.Kind;
import dev.greenlight.launchservice.staff.Commitment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an edit does to a requirement that was there before, and to what was promised to it.
 *
 * @param after empty when the requirement is dropped
 * @param promises commitments that sales is held to, by the plan as it was
 */
record RequirementEdit(String region, Requirement before, Optional<Requirement> after, List<Commitment> promises) {

    /** What it does when the requirement is new. */
    static Effect open(String region, Requirement asked) {
        return new Effect(
                region,
                asked.id(),
                null,
                Kind.OPEN,
                asked.fte() + " FTE " + asked.role() + " " + days(asked.window()) + " will be newly asked for");
    }

    List<Effect> effects() {
        List<Effect> effects = new ArrayList<>();
        promises.forEach(promise -> broken(promise).ifPresent(effects::add));
        after.ifPresent(asked -> {
            if (!asked.role().equalsIgnoreCase(before.role())) {
                effects.add(open(region, asked));
            } else if (!promises.isEmpty()) {
                shortfall(asked).or(() -> surplus(asked)).ifPresent(effects::add);
            }
        });
        return effects;
    }

    /** Nothing is said of a promise that was stale before: the edit breaks nothing, and may mend it. */
    private Optional<Effect> broken(Commitment promise) {
        String given = promise.fte() + " FTE " + days(promise.window());
        return switch (fate(promise, after)) {
            case STANDS -> Optional.empty();
            case RELEASED -> Optional.of(effect(promise, Kind.RELEASED, given + " will no longer be asked for"));
            case STALE ->
                fate(promise, Optional.of(before)) == Fate.STALE
                        ? Optional.empty()
                        : Optional.of(effect(
                                promise,
                                Kind.STALE,
                                given + " was promised for another window; the manager will be asked to reconfirm"));
        };
    }

    private Effect effect(Commitment promise, Kind kind, String detail) {
        return new Effect(region, before.id(), promise.team(), kind, detail);
    }

    /** What will be missing even when everything that is stale is reconfirmed; only where the edit makes it more. */
    private Optional<Effect> shortfall(Requirement asked) {
        WorstDayCoverage worst = coverage(asked, true);
        Fte missingBefore = before.fte().minus(coverage(before, true).committed());
        return missingBefore.isLessThan(asked.fte().minus(worst.committed()))
                ? Optional.of(new Effect(
                        region,
                        before.id(),
                        onlyTeam(),
                        Kind.SHORTFALL,
                        "Only " + worst.committed() + " of " + asked.fte() + " FTE are promised on " + worst.day()))
                : Optional.empty();
    }

    /** What stays promised beyond what is asked for; only where the edit makes it more. */
    private Optional<Effect> surplus(Requirement asked) {
        Fte surplusBefore = coverage(before, false).committed().minus(before.fte());
        Fte surplus = coverage(asked, false).committed().minus(asked.fte());
        return surplusBefore.isLessThan(surplus)
                ? Optional.of(new Effect(
                        region,
                        before.id(),
                        onlyTeam(),
                        Kind.SURPLUS,
                        surplus + " FTE more than the " + asked.fte() + " that are asked for will be offered back"))
                : Optional.empty();
    }

    private WorstDayCoverage coverage(Requirement asked, boolean staleIsReconfirmed) {
        return WorstDayCoverage.of(
                asked.window(),
                promises.stream()
                        .flatMap(promise -> switch (fate(promise, Optional.of(asked))) {
                            case STANDS -> Stream.of(promise.share());
                            case STALE ->
                                staleIsReconfirmed ? Stream.of(reconfirmed(promise, asked.window())) : Stream.empty();
                            case RELEASED -> Stream.<StaffShare>empty();
                        })
                        .toList());
    }

    private static StaffShare reconfirmed(Commitment promise, DateWindow window) {
        StaffShare share = promise.share();
        return new StaffShare(share.fte(), window, share.absences());
    }

    private Fate fate(Commitment promise, Optional<Requirement> asked) {
        return promise.promise(before.role()).under(asked.map(it -> new Promise.Ask(it.role(), it.window())));
    }

    private @Nullable String onlyTeam() {
        List<String> teams = promises.stream().map(Commitment::team).distinct().toList();
        return teams.size() == 1 ? teams.get(0) : null;
    }

    private static String days(DateWindow window) {
        return "from " + window.from() + " to " + window.to();
    }
}
