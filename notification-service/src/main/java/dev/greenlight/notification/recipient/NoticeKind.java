package dev.greenlight.notification.recipient;

import java.util.Arrays;
import java.util.Optional;

/** What sort of thing somebody is told; also what can be muted. */
public enum NoticeKind {
    /** Staff is missing. */
    COMMIT("commit"),
    /** A team declined. */
    ANSWER("answer"),
    /** A team withdrew. */
    WITHDRAWN("withdrawn"),
    /** Field reports are wanted. */
    REPORT("report"),
    /** A gap waits for product's decision. */
    REVIEW("review"),
    /** Product has decided a gap. */
    GAP("gap"),
    /** A market can go live. */
    GO_LIVE("go-live"),
    /** A decision fell. */
    DECISION("decision"),
    /** Leadership waived a condition. */
    WAIVER("waiver"),
    /** Staff was lost after going live. */
    INCIDENT("incident"),
    /** Held, resumed, cancelled, closed. */
    LAUNCH("launch");

    private final String word;

    NoticeKind(String word) {
        this.word = word;
    }

    /** As it stands in the HTTP interface. */
    public String word() {
        return word;
    }

    /** The kind of a word. */
    public static Optional<NoticeKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
