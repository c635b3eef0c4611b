package dev.greenlight.notification.preference;

import dev.greenlight.kit.problem.Faults;
import dev.greenlight.notification.preference.PreferenceDocument.Mute;
import dev.greenlight.notification.preference.PreferenceDocument.QuietHours;
import dev.greenlight.notification.recipient.NoticeKind;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a person wants to be told. */
record Preferences(
        Set<Channel> channels,
        Set<LocalTime> digestTimes,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietTo,
        @Nullable ZoneId zone,
        Set<UUID> mutedLaunches,
        Set<NoticeKind> mutedKinds) {
    private static final int MOST_MUTES = 1_000;
    private static final int MOST_DIGESTS = 24;

    /** How somebody is reached. */
    enum Channel {
        INBOX,
        EMAIL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What holds as long as the person said nothing. */
    static final Preferences DEFAULT =
            new Preferences(Set.of(Channel.INBOX), Set.of(LocalTime.of(8, 0)), null, null, null, Set.of(), Set.of());

    /**
     * Reads what was sent.
     *
     * @throws dev.greenlight.kit.problem.RejectedException naming every faulty field
     */
    static Preferences read(PreferenceDocument document) {
        Faults faults = new Faults();
        Set<Channel> channels = new LinkedHashSet<>();
        each("/channels", document.channels(), Channel.values().length, faults, (at, word) -> {
            Channel channel = Stream.of(Channel.values())
                    .filter(known -> known.word().equals(word))
                    .findFirst()
                    .orElse(null);
            if (channel == null) {
                faults.add(at, "is inbox or email");
            } else {
                channels.add(channel);
            }
        });
        Set<LocalTime> digestTimes = new LinkedHashSet<>();
        each("/digestTimes", document.digestTimes(), MOST_DIGESTS, faults, (at, text) -> {
            LocalTime time = time(at, text, faults);
            if (time != null) {
                digestTimes.add(time);
            }
        });
        QuietHours quiet = document.quietHours();
        LocalTime from = quiet == null ? null : time("/quietHours/from", quiet.from(), faults);
        LocalTime to = quiet == null ? null : time("/quietHours/to", quiet.to(), faults);
        ZoneId zone = faults.readOptional("/zone", document.zone(), ZoneId::of);
        Set<UUID> launches = new LinkedHashSet<>();
        Set<NoticeKind> kinds = new LinkedHashSet<>();
        each("/mutes", document.mutes(), MOST_MUTES, faults, (at, mute) -> read(at, mute, faults, launches, kinds));
        faults.throwIfAny();
        return new Preferences(channels, digestTimes, from, to, zone, launches, kinds);
    }

    private static void read(String at, Mute mute, Faults faults, Set<UUID> launches, Set<NoticeKind> kinds) {
        String launch = mute.launch();
        String kind = mute.kind();
        if ((launch == null) == (kind == null)) {
            faults.add(at, "names either a launch or a kind");
        } else if (launch != null) {
            UUID id = faults.read(at + "/launch", launch, Preferences::launchId);
            if (id != null) {
                launches.add(id);
            }
        } else {
            NoticeKind known = NoticeKind.ofWord(String.valueOf(kind)).orElse(null);
            if (known == null) {
                faults.add(
                        at + "/kind",
                        "is one of "
                                + Stream.of(NoticeKind.values())
                                        .map(NoticeKind::word)
                                        .collect(Collectors.joining(", ")));
            } else {
                kinds.add(known);
            }
        }
    }

    private static UUID launchId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is the id of a launch", e);
        }
    }

    private static @Nullable LocalTime time(String at, @Nullable String text, Faults faults) {
        if (text == null || !text.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
            faults.add(at, "is a time of day such as 08:00");
            return null;
        }
        return LocalTime.parse(text);
    }

    private static <T> void each(
            String at, @Nullable List<@Nullable T> values, int most, Faults faults, BiConsumer<String, T> reader) {
        List<@Nullable T> given = values == null ? List.of() : values;
        if (given.size() > most) {
            faults.add(at, "has at most " + most + " entries");
            return;
        }
        for (int index = 0; index < given.size(); index++) {
            T value = given.get(index);
            String pointer = at + "/" + index;
            if (value == null) {
                faults.add(pointer, "is required");
            } else {
                reader.accept(pointer, value);
            }
        }
    }

    PreferenceDocument document() {
        LocalTime from = quietFrom;
        LocalTime to = quietTo;
        List<@Nullable Mute> mutes = Stream.concat(
                        mutedLaunches.stream().map(id -> new Mute(id.toString(), null)),
                        mutedKinds.stream().map(kind -> new Mute(null, kind.word())))
                .collect(Collectors.toList());
        return new PreferenceDocument(
                channels.stream().map(Channel::word).collect(Collectors.toList()),
                digestTimes.stream().map(Objects::toString).collect(Collectors.toList()),
                from == null || to == null ? null : new QuietHours(from.toString(), to.toString()),
                zone == null ? null : zone.getId(),
                mutes);
    }
}
