package dev.greenlight.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.problem.RejectedException;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.MarketState;
import dev.greenlight.launchservice.launch.PlanDocument;
import dev.greenlight.launchservice.preview.Effect;
import dev.greenlight.launchservice.preview.Effect.Kind;
import dev.greenlight.launchservice.preview.PreviewCalls;
import dev.greenlight.sales.commitment.Commitment;
import dev.greenlight.sales.commitment.CommitmentKey;
import dev.greenlight.sales.commitment.CommitmentStatus;
import dev.greenlight.sales.fieldreport.ReportStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What marketing is shown before it saves is what sales makes of it afterwards, in thousands of launches of every kind. */
class PreviewTellsTheTruthTest {
    private static final int LAUNCHES = 4_000;
    private static final int STEPS = 14;
    private static final List<StepKind> KINDS = List.of(
            StepKind.COMMIT,
            StepKind.COMMIT,
            StepKind.REPORT,
            StepKind.REVISE,
            StepKind.WITHDRAW,
            StepKind.DECLINE,
            StepKind.THE_SAME_AGAIN);

    @Test
    void thePromisesAndReportsThatAnEditBreaksAreThoseThatItSaidItWould() {
        Tally tally = new Tally();
        for (long seed = 1; seed <= LAUNCHES; seed++) {
            Dice dice = new Dice(seed);
            World world = worldWithALaunch(dice);
            Launch launch = world.launchService().launches().all().iterator().next();
            PlanDocument edit = Plans.edited(launch, world.time().now(), dice);
            Optional<Set<String>> told = told(world, launch, edit);
            if (told.isPresent()) {
                assertThat(done(world, launch, edit))
                        .as("seed " + seed + ", " + edit)
                        .isEqualTo(told.get());
                told.get().forEach(effect -> tally.count(effect.split(" ", 2)[0]));
            }
        }
        tally.forEach((what, count) -> System.out.println(count + " × " + what));
        assertThat(Stream.of(Kind.STALE, Kind.RELEASED, Kind.OUTDATED).map(Kind::name))
                .as("effects that no edit had")
                .allMatch(effect -> tally.of(effect) > 0);
    }

    private static World worldWithALaunch(Dice dice) {
        World world = new World(what -> {});
        while (world.launchService().launches().all().isEmpty()) {
            world.perform(new Step(StepKind.PLAN, dice.seed()));
        }
        for (int i = 0; i < STEPS; i++) {
            world.perform(new Step(StepKind.SETTLE, 1));
            world.perform(new Step(dice.pick(KINDS).orElseThrow(), dice.seed()));
        }
        world.perform(new Step(StepKind.SETTLE, 1));
        return world;
    }

    /** Empty when the edit is refused, as it would be when saved. */
    private static Optional<Set<String>> told(World world, Launch launch, PlanDocument edit) {
        try {
            return Optional.of(
                    world.launchService().part(PreviewCalls.class).of(launch.id(), edit, People.MAYA).stream()
                            .filter(effect -> effect.effect() == Kind.STALE
                                    || effect.effect() == Kind.RELEASED
                                    || effect.effect() == Kind.OUTDATED)
                            .map(PreviewTellsTheTruthTest::words)
                            .collect(Collectors.toCollection(TreeSet::new)));
        } catch (RejectedException refused) {
            return Optional.empty();
        }
    }

    private static String words(Effect effect) {
        return effect.effect() == Kind.OUTDATED
                ? Kind.OUTDATED + " " + effect.region()
                : effect.effect() + " " + effect.region() + " " + effect.requirement() + " " + effect.team();
    }

    private static Set<String> done(World world, Launch before, PlanDocument edit) {
        Map<CommitmentKey, CommitmentStatus> stood = statuses(world);
        Launch after = world.launchNode()
                .database()
                .transaction(() -> world.launchService().revise(before.id(), edit, before.revision(), People.MAYA));
        world.perform(new Step(StepKind.SETTLE, 1));
        Set<String> done = new TreeSet<>();
        statuses(world).forEach((key, status) -> {
            boolean stale = status == CommitmentStatus.STALE && stood.get(key) == CommitmentStatus.CONFIRMED;
            boolean released = status == CommitmentStatus.RELEASED && stood.get(key) != CommitmentStatus.RELEASED;
            if (stale || released) {
                done.add(status + " " + key.market().region() + " " + key.requirementId() + " " + key.team());
            }
        });
        after.markets().stream()
                .filter(market -> hasOutdatedReports(world, before, market))
                .forEach(market -> done.add(Kind.OUTDATED + " " + market.region()));
        return done;
    }

    private static boolean hasOutdatedReports(World world, Launch before, MarketState after) {
        return before.state(after.region())
                .filter(market -> world.salesService().reports().all().stream()
                        .filter(report -> report.status() == ReportStatus.STANDING
                                && report.market().region().equals(after.region()))
                        .anyMatch(report -> report.planRevision() >= market.pitchRevision()
                                && report.planRevision() < after.pitchRevision()))
                .isPresent();
    }

    private static Map<CommitmentKey, CommitmentStatus> statuses(World world) {
        return world.salesService().commitments().all().stream()
                .collect(Collectors.toMap(Commitment::key, Commitment::status));
    }
}
