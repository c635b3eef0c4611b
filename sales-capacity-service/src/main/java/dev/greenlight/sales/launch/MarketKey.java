package dev.greenlight.sales.launch;

import java.util.UUID;

/** One region of one launch. */
public record MarketKey(UUID launchId, String region) {}
