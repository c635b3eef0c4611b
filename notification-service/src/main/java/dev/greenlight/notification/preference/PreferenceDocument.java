package dev.greenlight.notification.preference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants to be told, as sent and read.
 *
 * @param channels {@code inbox}, {@code email}
 * @param digestTimes local times such as {@code 08:00}
 * @param zone IANA zone of those times; left out, the person's own
 * @param mutes what is not to be shown
 */
public record PreferenceDocument(
        @Nullable List<@Nullable String> channels,
        @Nullable List<@Nullable String> digestTimes,
        @Nullable QuietHours quietHours,
        @Nullable String zone,
        @Nullable List<@Nullable Mute> mutes) {

    /** From one local time to another, also over midnight. */
    public record QuietHours(
            @Nullable String from, @Nullable String to) {}

    /** Either a launch by id or a kind of notification. */
    public record Mute(@Nullable String launch, @Nullable String kind) {}
}
