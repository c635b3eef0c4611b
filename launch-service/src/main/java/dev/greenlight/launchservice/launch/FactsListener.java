package dev.greenlight.launchservice.launch;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Is told, inside the transaction that changes them, that facts of some markets are no longer what they were. */
public interface FactsListener {
    /** The actor of what nobody did: time did. */
    String GREENLIGHT = "greenlight";

    /**
     * Draws the conclusions from changed facts.
     *
     * @param launches locked in this transaction, in their current revision
     * @param markets those whose facts changed; others than the launches' are passed over
     * @param actors who caused it, for each launch
     * @param at when; all that follows from one change happens at one instant
     */
    void factsChanged(Collection<Launch> launches, Collection<MarketKey> markets, Map<UUID, String> actors, Instant at);
}
