package dev.greenlight.launchservice.gap;

import java.util.UUID;

/**
 * That a gap is the same as another one.
 *
 * @param into the gap that it was merged into, which may be merged on
 * @param before what the gap would be by itself; it is that again when it is unmerged
 */
public record Merge(UUID into, Outcome before) {}
