package dev.greenlight.launchservice.launch;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.IfMatch;
import dev.greenlight.kit.outbox.EventIds;
import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.launchservice.history.HistoryEntry;
import dev.greenlight.launchservice.launch.LaunchStatus.Action;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What marketing does to launches; each call is one transaction, which everything that follows from the change joins. */
@Service
public class Launches {
    private final LaunchRepository repository;
    private final LaunchLedger ledger;
    private final FactsListener facts;
    private final EventIds ids;

    Launches(LaunchRepository repository, LaunchLedger ledger, FactsListener facts, EventIds ids) {
        this.repository = repository;
        this.ledger = ledger;
        this.facts = facts;
        this.ids = ids;
    }

    /**
     * Plans a new launch.
     *
     * @throws dev.greenlight.kit.problem.RejectedException naming all that is wrong with the plan
     */
    @Transactional
    public Launch plan(PlanDocument document, Caller author) {
        return plan(null, 1, document, author);
    }

    /**
     * As {@link #plan(PlanDocument, Caller)}, for a launch that was known elsewhere.
     *
     * @param id the id that it has; null for a new one
     * @param revision the revision that it begins with
     */
    @Transactional
    public Launch plan(@Nullable UUID id, long revision, PlanDocument document, Caller author) {
        Instant now = ledger.now();
        LaunchPlan plan = PlanReader.newPlan(document, now);
        boolean draft = Boolean.TRUE.equals(document.draft());
        Launch launch = Launch.planned(
                        id == null ? ids.next() : id, ownerIn(document).orElse(author.id()), plan, draft, now)
                .beginningWith(revision);
        ledger.open(
                launch,
                author.id(),
                (draft ? "Drafted " : "Planned ") + plan.name() + " for " + String.join(", ", plan.regions()));
        tellOf(launch, author, now);
        return launch;
    }

    /**
     * Replaces the plan; a plan that is the same makes no new revision.
     *
     * @throws dev.greenlight.kit.problem.RejectedException when the plan is wrong, the author's view stale, or a rule refuses
     */
    @Transactional
    public Launch revise(UUID id, PlanDocument document, IfMatch seen, Caller author) {
        return revise(id, document, seen, author, "");
    }

    /**
     * As {@link #revise(UUID, PlanDocument, IfMatch, Caller)}, on an occasion that the time line tells.
     *
     * @param occasion one sentence without its full stop
     */
    @Transactional
    public Launch revise(UUID id, PlanDocument document, IfMatch seen, Caller author, String occasion) {
        Instant now = ledger.now();
        Revision revision = revision(locked(id, seen, author), document, now);
        if (revision.isNew()) {
            String difference = PlanDifference.between(
                    revision.before().plan(), revision.after().plan());
            ledger.enter(
                    revision.after(),
                    author.id(),
                    now,
                    HistoryEntry.Type.REVISION,
                    occasion.isEmpty() ? difference : occasion + ". " + difference);
            tellOf(revision.after(), author, now);
        }
        return revision.after();
    }

    /**
     * What {@link #revise} would make of the launch; changes nothing.
     *
     * @throws dev.greenlight.kit.problem.RejectedException whenever revising would be refused
     */
    public Revision preview(UUID id, PlanDocument document, IfMatch seen, Caller author) {
        Launch launch = known(id, author);
        Refusal.endsCall(seen.against(launch.revision()));
        return revision(launch, document, ledger.now());
    }

    private static Revision revision(Launch launch, PlanDocument document, Instant now) {
        if (document.draft() != null) {
            throw Rejection.invalid("/draft", "is only for a new plan; show a draft to all with …/publish")
                    .asException();
        }
        LaunchPlan next = PlanReader.nextPlan(document, launch.plan(), now);
        Refusal.endsCall(launch.refusesRevision(next));
        return new Revision(launch, launch.revised(next, ownerIn(document).orElse(launch.owner())));
    }

    /**
     * Whether a document says nothing else than the launch's plan.
     *
     * @throws dev.greenlight.kit.problem.RejectedException when the plan is wrong
     */
    public boolean isSaidBy(Launch launch, PlanDocument document) {
        LaunchPlan said = PlanReader.nextPlan(document, launch.plan(), ledger.now());
        return launch.revised(said, ownerIn(document).orElse(launch.owner())).revision() == launch.revision();
    }

    /**
     * Changes the status.
     *
     * @param reason of a hold or a cancellation
     * @throws dev.greenlight.kit.problem.RejectedException when the author's view is stale, or a rule refuses
     */
    @Transactional
    public Launch act(UUID id, Action action, @Nullable String reason, IfMatch seen, Caller author) {
        Launch launch = locked(id, seen, author);
        Instant now = ledger.now();
        Refusal.endsCall(launch.refuses(action, now));
        Launch next = launch.after(action, reason, now);
        String done = action.done().substring(0, 1).toUpperCase(Locale.ROOT)
                + action.done().substring(1);
        ledger.enter(next, author.id(), now, HistoryEntry.Type.REVISION, reason == null ? done : done + ": " + reason);
        tellOf(next, author, now);
        return next;
    }

    /**
     * The launch that a caller means, locked.
     *
     * @throws dev.greenlight.kit.problem.RejectedException when the caller knows of no such launch or saw another revision
     */
    public Launch locked(UUID id, IfMatch seen, Caller caller) {
        Launch launch = visible(repository.lock(id), caller);
        Refusal.endsCall(seen.against(launch.revision()));
        return launch;
    }

    /**
     * The launch that a caller means; a draft is known to its owner alone.
     *
     * @throws dev.greenlight.kit.problem.RejectedException when the caller knows of no such launch
     */
    public Launch known(UUID id, Caller caller) {
        return visible(repository.find(id), caller);
    }

    /** As {@link #known}, at an instant. */
    public Launch knownAsOf(UUID id, Instant asOf, Caller caller) {
        known(id, caller);
        return visible(repository.findAsOf(id, asOf), caller);
    }

    private static Launch visible(Optional<Launch> launch, Caller caller) {
        return launch.filter(
                        it -> it.status() != LaunchStatus.DRAFT || it.owner().equals(caller.id()))
                .orElseThrow(() -> Rejection.notFound("There is no such launch").asException());
    }

    private static Optional<String> ownerIn(PlanDocument document) {
        return Optional.ofNullable(document.owner()).map(String::strip).filter(owner -> !owner.isEmpty());
    }

    private void tellOf(Launch launch, Caller author, Instant at) {
        facts.factsChanged(List.of(launch), launch.marketKeys(), Map.of(launch.id(), author.id()), at);
    }
}
