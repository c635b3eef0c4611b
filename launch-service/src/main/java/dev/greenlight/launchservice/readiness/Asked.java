package dev.greenlight.launchservice.readiness;

import dev.greenlight.launchservice.waiver.Demand;

/** One thing that is asked of a market: what exactly, and how it stands without regard to waivers. */
record Asked(Demand demand, Condition condition) {}
