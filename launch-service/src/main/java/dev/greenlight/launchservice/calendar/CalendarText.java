package dev.greenlight.launchservice.calendar;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.DateStart;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;

/**
 * Go-live days as an iCalendar object.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545">RFC 5545</a>
 */
final class CalendarText {
    private static final int LONGEST_LINE_IN_OCTETS = 75;

    private CalendarText() {}

    static String of(List<GoLiveDay> days) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Greenlight//Go-live dates//EN");
        calendar.setMethod("PUBLISH");
        calendar.addExperimentalProperty("X-WR-CALNAME", "Go-live dates");
        days.forEach(day -> calendar.addEvent(event(day)));
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            // The library folds by characters; the standard counts octets.
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException("A calendar can't be written to memory", e);
        }
        return fold(text.toString());
    }

    private static VEvent event(GoLiveDay day) {
        VEvent event = new VEvent();
        Date changed = Date.from(day.changedAt());
        event.setUid(day.uid());
        event.setSequence((int) Math.min(day.revision(), Integer.MAX_VALUE));
        event.setDateTimeStamp(changed);
        event.setLastModified(changed);
        event.setDateStart(new DateStart(allDay(day.date())));
        event.setSummary(day.summary());
        event.setDescription(day.description());
        event.setStatus(
                switch (day.certainty()) {
                    case CONFIRMED -> Status.confirmed();
                    case TENTATIVE -> Status.tentative();
                    case CANCELLED -> Status.cancelled();
                });
        // Nobody is busy all day because a market goes live.
        event.setTransparency(Transparency.transparent());
        event.addCategories(day.region());
        return event;
    }

    private static ICalDate allDay(LocalDate date) {
        return new ICalDate(new DateTimeComponents(date.getYear(), date.getMonthValue(), date.getDayOfMonth()), false);
    }

    /** Breaks lines of more than 75 octets, never within a character. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder();
        for (String line : text.split("\r\n", -1)) {
            int octets = 0;
            for (int i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
                String character = Character.toString(line.codePointAt(i));
                int length = character.getBytes(StandardCharsets.UTF_8).length;
                if (octets + length > LONGEST_LINE_IN_OCTETS) {
                    folded.append("\r\n ");
                    octets = 1;
                }
                folded.append(character);
                octets += length;
            }
            folded.append("\r\n");
        }
        folded.setLength(folded.length() - 2);
        return folded.toString();
    }
}
