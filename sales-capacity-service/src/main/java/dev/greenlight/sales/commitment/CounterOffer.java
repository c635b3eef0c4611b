package dev.greenlight.sales.commitment;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;

/** What a manager who declines could give instead. */
public record CounterOffer(Fte fte, DateWindow window) {}
