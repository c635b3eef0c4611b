package dev.greenlight.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.notification.recipient.ReadinessFact;
import org.junit.jupiter.api.Test;

/** Facts that were kept are read by later versions. */
class StoredJsonTest {
    private final StoredJson json = new StoredJson();

    @Test
    void aFactFromBeforeWaiversWereKnownHasNone() {
        ReadinessFact fact = json.read("""
                {"launch": "0199c0de-0000-7000-8000-000000000001", "region": "Central", "revision": 3, "actor": "maya",
                 "at": "2027-02-01T09:00:00Z", "ready": false, "live": false,
                 "reds": [{"id": "gaps", "kind": "GAPS", "cause": "BLOCKER"}], "incidents": []}
                """, ReadinessFact.class);

        assertThat(fact.waivers()).isEmpty();
        assertThat(fact.reds())
                .singleElement()
                .satisfies(red -> assertThat(red.owner()).isNull());
    }
}
