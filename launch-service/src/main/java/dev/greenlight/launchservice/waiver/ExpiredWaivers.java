package dev.greenlight.launchservice.waiver;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for waivers whose time is over. Every instance looks; each waiver is ended by one of them. */
@Component
class ExpiredWaivers {
    private final Waivers waivers;

    ExpiredWaivers(Waivers waivers) {
        this.waivers = waivers;
    }

    @Scheduled(fixedDelayString = "${greenlight.waiver.look-every:PT1S}")
    void end() {
        boolean more = true;
        while (more) {
            more = waivers.endExpired();
        }
    }
}
