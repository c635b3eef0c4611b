package dev.greenlight.sales.team;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import java.util.UUID;

/**
 * A part of a named rep that is promised to a launch.
 *
 * @param launch the launch's name, as a person knows it
 */
public record RepBooking(UUID launchId, String launch, String repId, Fte fte, DateWindow window) {}
