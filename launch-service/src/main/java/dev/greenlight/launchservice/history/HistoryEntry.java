package dev.greenlight.launchservice.history;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a launch.
 *
 * @param actor user id
 * @param region null when it concerns the whole launch
 * @param revision of the subject that changed
 * @param summary one sentence
 */
public record HistoryEntry(
        UUID launchId,
        Instant at,
        String actor,
        Type type,
        @Nullable String region,
        long revision,
        String summary) {

    /** What sort of thing happened. */
    public enum Type {
        /** The plan or the status of the launch changed. */
        REVISION("revision"),
        /** Sales answered a requirement, or took an answer back. */
        COMMITMENT("commitment"),
        /** A field report came in or ended. */
        REPORT("report"),
        /** Product decided on a gap. */
        GAP("gap"),
        /** Leadership waived a condition, or a waiver ended. */
        WAIVER("waiver"),
        /** A go-live was asked for or decided. */
        DECISION("decision"),
        /** A live market lost staff, or got it back. */
        INCIDENT("incident");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /** The type as it stands in the interface. */
        public String word() {
            return word;
        }
    }
}
