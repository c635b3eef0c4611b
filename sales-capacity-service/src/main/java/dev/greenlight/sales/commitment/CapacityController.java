package dev.greenlight.sales.commitment;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.access.Role;
import dev.greenlight.kit.http.Page;
import dev.greenlight.kit.http.PageRequest;
import dev.greenlight.sales.launch.Launch;
import dev.greenlight.sales.launch.LaunchRepository;
import dev.greenlight.sales.launch.LaunchStatus;
import dev.greenlight.sales.launch.Market;
import dev.greenlight.sales.launch.MarketKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is asked of sales, and what is given. */
@RestController
@RequestMapping("/api/capacity/launches")
class CapacityController {
    private final LaunchRepository launches;
    private final CommitmentRepository commitments;

    CapacityController(LaunchRepository launches, CommitmentRepository commitments) {
        this.launches = launches;
        this.commitments = commitments;
    }

    /** Who works in regions sees what is asked of those; who does not sees all. */
    @GetMapping
    Page<CapacityBody> list(Caller caller, @RequestParam(defaultValue = "false") boolean open, PageRequest page) {
        Set<String> regions = regionsOf(caller);
        List<Launch> rows = launches.list(regions, open, page.afterId(), page.limit() + 1);
        Map<UUID, List<MarketAnswer>> answers = answers(rows, regions, open);
        return page.page(
                rows,
                launch -> launch.id().toString(),
                launch -> CapacityBody.of(launch, answers.getOrDefault(launch.id(), List.of())));
    }

    /** One launch with all its markets. */
    @GetMapping("/{launchId}")
    CapacityBody one(@PathVariable UUID launchId) {
        Launch launch = launches.find(launchId)
                .filter(known -> known.status() != LaunchStatus.DRAFT)
                .orElseThrow(() -> CommitmentDesk.unknownLaunch().asException());
        return CapacityBody.of(launch, answers(List.of(launch), null, false).getOrDefault(launchId, List.of()));
    }

    private Map<UUID, List<MarketAnswer>> answers(
            Collection<Launch> rows, @Nullable Set<String> regions, boolean openOnly) {
        List<UUID> ids = rows.stream().map(Launch::id).toList();
        Map<UUID, Launch> byId = rows.stream().collect(Collectors.toMap(Launch::id, launch -> launch));
        Map<MarketKey, List<Commitment>> given = commitments.ofLaunches(ids).stream()
                .collect(Collectors.groupingBy(commitment -> commitment.key().market()));
        return launches.markets(ids).stream()
                .filter(Market::inPlan)
                .filter(market ->
                        regions == null || regions.contains(market.plan().region()))
                .filter(market -> market.open() || !openOnly)
                .flatMap(market -> Optional.ofNullable(byId.get(market.launchId())).stream()
                        .map(launch -> new MarketAnswer(launch, market, given.getOrDefault(market.key(), List.of()))))
                .collect(Collectors.groupingBy(answer -> answer.launch().id()));
    }

    private static @Nullable Set<String> regionsOf(Caller caller) {
        return caller.is(Role.SALES_MANAGER) || caller.is(Role.FIELD) ? caller.regions() : null;
    }
}
