package dev.greenlight.launchservice.preview;

import dev.greenlight.launchservice.fieldreport.Heard;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.Market;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.MarketState;
import dev.greenlight.launchservice.launch.Requirement;
import dev.greenlight.launchservice.launch.Revision;
import dev.greenlight.launchservice.launch.Wording;
import dev.greenlight.launchservice.preview.Effect.Kind;
import dev.greenlight.launchservice.staff.Commitment;
import dev.greenlight.launchservice.staff.SalesSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a revision does to what was promised, region by region in the order of the plan. A pure function of the revision and of
 * what sales and the field have said; the same rules apply it when the revision is made.
 */
final class RevisionEffects {
    private final Revision revision;
    private final Map<MarketKey, SalesSnapshot> staff;
    private final Map<MarketKey, List<Heard>> heard;
    private final List<Effect> effects = new ArrayList<>();

    private RevisionEffects(Revision revision, Map<MarketKey, SalesSnapshot> staff, Map<MarketKey, List<Heard>> heard) {
        this.revision = revision;
        this.staff = staff;
        this.heard = heard;
    }

    /** All that the revision does. */
    static List<Effect> of(Revision revision, Map<MarketKey, SalesSnapshot> staff, Map<MarketKey, List<Heard>> heard) {
        RevisionEffects found = new RevisionEffects(revision, staff, heard);
        Set<String> regions = new LinkedHashSet<>(revision.after().plan().regions());
        regions.addAll(revision.before().plan().regions());
        regions.forEach(found::compareMarket);
        return found.effects;
    }

    private void compareMarket(String region) {
        Map<String, Requirement> before = requirements(revision.before(), region);
        Map<String, Requirement> after = requirements(revision.after(), region);
        Map<String, List<Commitment>> promises = promises(region);
        Set<String> ids = new LinkedHashSet<>(after.keySet());
        ids.addAll(before.keySet());
        for (String id : ids) {
            Requirement was = before.get(id);
            Optional<Requirement> asked = Optional.ofNullable(after.get(id));
            if (was == null) {
                asked.map(it -> RequirementEdit.open(region, it)).ifPresent(effects::add);
            } else {
                effects.addAll(new RequirementEdit(region, was, asked, promises.getOrDefault(id, List.of())).effects());
            }
        }
        outdated(region).ifPresent(effects::add);
    }

    private Map<String, List<Commitment>> promises(String region) {
        SalesSnapshot snapshot = staff.get(key(region));
        return snapshot == null
                ? Map.of()
                : snapshot.commitments().stream()
                        .filter(commitment -> commitment.status().isPromise())
                        .collect(Collectors.groupingBy(Commitment::requirementId));
    }

    /** Reports that count now and were made for an earlier pitch than the one that the revision gives the market. */
    private Optional<Effect> outdated(String region) {
        @Nullable MarketState before = revision.before().state(region).orElse(null);
        @Nullable MarketState after = revision.after().state(region).orElse(null);
        if (before == null || after == null || after.pitchRevision() == before.pitchRevision()) {
            return Optional.empty();
        }
        long accounts = heard.getOrDefault(key(region), List.of()).stream()
                .filter(it -> it.planRevision() >= before.pitchRevision())
                .map(it -> Wording.sameness(it.account()))
                .distinct()
                .count();
        return accounts == 0
                ? Optional.empty()
                : Optional.of(new Effect(
                        region,
                        null,
                        null,
                        Kind.OUTDATED,
                        (accounts == 1 ? "1 account was" : accounts + " accounts were")
                                + " heard before price or positioning changed and will no longer count as feedback"));
    }

    private MarketKey key(String region) {
        return new MarketKey(revision.before().id(), region);
    }

    private static Map<String, Requirement> requirements(Launch launch, String region) {
        Map<String, Requirement> byId = new LinkedHashMap<>();
        launch.plan().market(region).map(Market::requirements).orElse(List.of()).forEach(it -> byId.put(it.id(), it));
        return byId;
    }
}
