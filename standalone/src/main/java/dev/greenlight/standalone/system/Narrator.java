package dev.greenlight.standalone.system;

/** Is told what happens while the system starts, runs and stops. Called from several threads. */
public interface Narrator {
    /** For who does not want to know. */
    Narrator SILENT = (part, what) -> {};

    /**
     * @param part whom it is about
     * @param what in a few words, such as "ready after 2.7 s"
     */
    void says(String part, String what);
}
