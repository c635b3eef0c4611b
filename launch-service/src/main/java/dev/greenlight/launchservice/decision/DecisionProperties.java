package dev.greenlight.launchservice.decision;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long decisions may take.
 *
 * @param timeout after which one is NO_GO because sales did not answer
 * @param patience how long a call waits for its decision before it is answered with where to look
 */
@ConfigurationProperties("greenlight.decision")
public record DecisionProperties(
        @DefaultValue("PT1M") Duration timeout,
        @DefaultValue("PT5S") Duration patience) {}
