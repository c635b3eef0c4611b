package dev.greenlight.notification.preference;

import dev.greenlight.kit.access.Caller;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own preferences. */
@RestController
@RequestMapping("/api/notifications/preferences")
class PreferenceController {
    private final PreferenceRepository preferences;
    private final Clock clock;

    PreferenceController(PreferenceRepository preferences, Clock clock) {
        this.preferences = preferences;
        this.clock = clock;
    }

    @GetMapping
    PreferenceDocument show(Caller caller) {
        return preferences.find(caller.id()).orElse(Preferences.DEFAULT).document();
    }

    /** What is sent is all of it: what is left out is off. */
    @PutMapping
    @Transactional
    public PreferenceDocument keep(Caller caller, @RequestBody PreferenceDocument document) {
        Preferences wanted = Preferences.read(document);
        preferences.keep(caller.id(), wanted, clock.instant());
        return wanted.document();
    }
}
