package dev.greenlight.launchservice.board;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.Page;
import dev.greenlight.kit.http.PageRequest;
import dev.greenlight.launchservice.history.HistoryPosition;
import dev.greenlight.launchservice.history.HistoryRepository;
import dev.greenlight.launchservice.history.NumberedEntry;
import dev.greenlight.launchservice.launch.BoardPosition;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchRepository;
import dev.greenlight.launchservice.launch.LaunchStatus;
import dev.greenlight.launchservice.launch.Launches;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.readiness.MarketReadiness;
import dev.greenlight.launchservice.readiness.ReadinessRepository;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The board of all launches, and the time line of each. */
@RestController
@RequestMapping("/api/launches")
class BoardController {
    private final LaunchRepository repository;
    private final Launches launches;
    private final ReadinessRepository readiness;
    private final HistoryRepository history;

    BoardController(
            LaunchRepository repository, Launches launches, ReadinessRepository readiness, HistoryRepository history) {
        this.repository = repository;
        this.launches = launches;
        this.readiness = readiness;
        this.history = history;
    }

    /** One entry of the time line. */
    record HistoryView(
            Instant at, String actor, String type, @Nullable String region, long revision, String summary) {

        static HistoryView of(NumberedEntry numbered) {
            var entry = numbered.entry();
            return new HistoryView(
                    entry.at(), entry.actor(), entry.type().word(), entry.region(), entry.revision(), entry.summary());
        }
    }

    /** Every launch with its readiness summed up, in the order of the first go-live dates. */
    @GetMapping
    Page<BoardView> board(
            @RequestParam(defaultValue = "") List<LaunchStatus> status,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable Boolean ready,
            @RequestParam(required = false) @Nullable String q,
            PageRequest page,
            Caller caller) {
        BoardPosition after = page.after(BoardPosition::parse);
        List<Launch> found = repository.search(
                new LaunchRepository.Filter(
                        caller.id(), status, LaunchRepository.wanted(region), ready, LaunchRepository.wanted(q)),
                after,
                page.limit() + 1);
        Map<MarketKey, MarketReadiness> summedUp = readiness.find(
                found.stream().flatMap(launch -> launch.marketKeys().stream()).toList());
        return page.page(
                found, launch -> BoardPosition.of(launch).toString(), launch -> BoardView.of(launch, summedUp));
    }

    /** What happened to a launch, the newest first. */
    @GetMapping("/{id}/history")
    Page<HistoryView> history(@PathVariable UUID id, PageRequest page, Caller caller) {
        launches.known(id, caller);
        HistoryPosition after = page.after(HistoryPosition::parse);
        return page.page(
                history.of(id, after, page.limit() + 1),
                entry -> HistoryPosition.of(entry).toString(),
                HistoryView::of);
    }
}
