package dev.greenlight.standalone.part;

/** Is told, in a few words, what a part is busy with while it starts. */
@FunctionalInterface
public interface Progress {
    /** For who does not want to know. */
    Progress SILENT = step -> {};

    /** @param step what begins now, such as "unpacking" */
    void begins(String step);
}
