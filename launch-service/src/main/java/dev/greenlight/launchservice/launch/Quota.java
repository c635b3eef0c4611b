package dev.greenlight.launchservice.launch;

/**
 * How many customers of a segment must have been heard before a market goes live.
 *
 * @param segment for example {@code retail}
 * @param minReports distinct accounts, from 1 up
 */
public record Quota(String segment, int minReports) {
    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException when it is less than 1: an empty gate never passes
     */
    public Quota {
        if (minReports < 1) {
            throw new IllegalArgumentException("A quota is at least 1");
        }
    }

    /** How many distinct reporters are wanted: from 2 accounts on two, as one rep with fifty reports is one voice. */
    public int minReporters() {
        return Math.min(minReports, 2);
    }
}
