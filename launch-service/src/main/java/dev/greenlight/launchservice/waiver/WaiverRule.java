package dev.greenlight.launchservice.waiver;

import dev.greenlight.kit.problem.Fault;
import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.launchservice.launch.DecisionMade;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchStatus;
import dev.greenlight.launchservice.launch.PendingDecision;
import dev.greenlight.launchservice.waiver.Demands.Demanded;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules for waiving, in the order in which they are asked; the first that refuses gives the answer. */
enum WaiverRule {
    /** It names a market, a condition that this market has, and an end in the future that is not too far. */
    WELL_FORMED {
        @Override
        Optional<Rejection> refuses(WaiverRequest request, Launch launch, List<Demanded> demanded, Instant now) {
            List<Fault> faults = request.faults(launch, demanded, now);
            return faults.isEmpty() ? Optional.empty() : Optional.of(Rejection.invalid(faults));
        }
    },
    /** Neither a draft, which concerns nobody yet, nor what is over. */
    STATUS {
        @Override
        Optional<Rejection> refuses(WaiverRequest request, Launch launch, List<Demanded> demanded, Instant now) {
            return launch.status() == LaunchStatus.DRAFT || launch.status().isOver()
                    ? Optional.of(Rejection.conflict(
                            "launch-status",
                            "Nothing can be waived for a launch that is "
                                    + launch.status().words()))
                    : Optional.empty();
        }
    },
    /** Nobody waives a condition of their own launch. */
    NOT_BY_THE_OWNER {
        @Override
        Optional<Rejection> refuses(WaiverRequest request, Launch launch, List<Demanded> demanded, Instant now) {
            return launch.owner().equals(request.approver())
                    ? Optional.of(Rejection.conflict(
                            "approver-is-owner",
                            "You own this launch; somebody else of leadership has to waive for it"))
                    : Optional.empty();
        }
    },
    /** Who asked to go live does not clear the way: neither for the decision being made, nor after a NO_GO for the next one. */
    NOT_BY_WHO_ASKED {
        @Override
        Optional<Rejection> refuses(WaiverRequest request, Launch launch, List<Demanded> demanded, Instant now) {
            return requesters(launch, request.region()).anyMatch(request.approver()::equals)
                    ? Optional.of(Rejection.conflict(
                            "approver-is-requester",
                            "You asked to go live in " + request.region()
                                    + "; somebody else of leadership has to waive for it"))
                    : Optional.empty();
        }
    },
    /** What is met needs no waiver. */
    NOT_MET {
        @Override
        Optional<Rejection> refuses(WaiverRequest request, Launch launch, List<Demanded> demanded, Instant now) {
            return demanded.stream().anyMatch(it -> it.met() && it.condition().equals(request.condition()))
                    ? Optional.of(Rejection.conflict(
                            "nothing-to-waive",
                            request.condition() + " is met in " + request.region() + "; there is nothing to waive"))
                    : Optional.empty();
        }
    };

    /** Why this can't be waived; empty when this rule has nothing against it. */
    abstract Optional<Rejection> refuses(WaiverRequest request, Launch launch, List<Demanded> demanded, Instant now);

    /** The first refusal of all rules. */
    static Optional<Rejection> firstRefusal(
            WaiverRequest request, Launch launch, List<Demanded> demanded, Instant now) {
        return Arrays.stream(values())
                .flatMap(rule -> rule.refuses(request, launch, demanded, now).stream())
                .findFirst();
    }

    private static Stream<String> requesters(Launch launch, String region) {
        Stream<String> asking = Stream.ofNullable(launch.pending())
                .filter(pending -> pending.regions().contains(region))
                .map(PendingDecision::requestedBy);
        Stream<String> asked = launch.state(region).stream()
                .flatMap(state -> Stream.ofNullable(state.lastDecision()))
                .filter(decision -> !decision.go())
                .map(DecisionMade::requestedBy);
        return Stream.concat(asking, asked);
    }
}
