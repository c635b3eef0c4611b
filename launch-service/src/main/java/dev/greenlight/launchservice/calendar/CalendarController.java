package dev.greenlight.launchservice.calendar;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.launchservice.launch.LaunchRepository;
import dev.greenlight.launchservice.launch.LaunchStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A feed of go-live dates, from a year ago on, to which calendars subscribe. */
@RestController
@RequestMapping("/api/launches")
class CalendarController {
    private static final int MOST_DAYS = 20_000;
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final GoLiveDays days;
    private final Clock clock;

    CalendarController(GoLiveDays days, Clock clock) {
        this.days = days;
        this.clock = clock;
    }

    /** Whatever a client would rather have: nothing else is found at this address, and many calendars ask for odd types. */
    @GetMapping(
            path = "/calendar.ics",
            produces = {"text/calendar", MediaType.ALL_VALUE})
    ResponseEntity<byte[]> calendar(
            @RequestParam(defaultValue = "") List<LaunchStatus> status,
            @RequestParam(required = false) @Nullable String region,
            Caller caller) {
        LocalDate from = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusYears(1);
        List<GoLiveDay> found = days.find(caller.id(), LaunchRepository.wanted(region), status, from, MOST_DAYS + 1);
        if (found.size() > MOST_DAYS) {
            throw Rejection.conflict(
                            "too-many-dates",
                            "There are more than " + MOST_DAYS + " go-live dates; ask for those of one region")
                    .asException();
        }
        byte[] text = CalendarText.of(found).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .eTag("\"" + fingerprint(text) + "\"")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"go-live-dates.ics\"")
                .contentType(CALENDAR)
                .body(text);
    }

    private static String fingerprint(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
