package dev.greenlight.launchservice.decision;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for decisions that sales did not answer in time. Every instance looks; each decision is ended by one of them. */
@Component
class OverdueDecisions {
    private final GateKeeper gateKeeper;

    OverdueDecisions(GateKeeper gateKeeper) {
        this.gateKeeper = gateKeeper;
    }

    @Scheduled(fixedDelayString = "${greenlight.decision.look-every:PT1S}")
    void giveUp() {
        boolean more = true;
        while (more) {
            more = gateKeeper.giveUpOverdue();
        }
    }
}
