package dev.greenlight.launchservice.gap;

import java.util.UUID;

/** A BLOCKER gap that product has not decided. */
public record OpenBlocker(UUID gap, String feature) {}
