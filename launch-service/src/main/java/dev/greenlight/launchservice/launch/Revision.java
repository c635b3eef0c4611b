package dev.greenlight.launchservice.launch;

/**
 * What a change of the plan makes of a launch.
 *
 * @param after the same as before when nothing is different
 */
public record Revision(Launch before, Launch after) {
    /** Whether there is a difference. */
    boolean isNew() {
        return after.revision() != before.revision();
    }
}
