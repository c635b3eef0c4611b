package dev.greenlight.launchservice.waiver;

import dev.greenlight.launchservice.launch.Launch;
import java.time.Instant;
import java.util.List;

/** Knows what the gate asks of a market, whoever has waived it. */
public interface Demands {

    /**
     * One condition of a market.
     *
     * @param condition for example {@code capacity:ae}
     * @param met whether it is met without a waiver
     */
    record Demanded(String condition, Demand demand, boolean met) {}

    /**
     * All that is asked of a market now; nothing where the launch has no such market.
     *
     * @param launch locked in this transaction
     */
    List<Demanded> demanded(Launch launch, String region, Instant now);
}
