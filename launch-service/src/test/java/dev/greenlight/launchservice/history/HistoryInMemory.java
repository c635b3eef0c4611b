package dev.greenlight.launchservice.history;

import dev.greenlight.testing.memory.MemoryDatabase;
import dev.greenlight.testing.memory.MemoryTable;
import dev.greenlight.testing.memory.NoDatabase;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The time line in memory. */
public final class HistoryInMemory extends HistoryRepository {
    private final MemoryTable<Long, HistoryEntry> entries;
    private long numbers;

    /** An empty time line. */
    public HistoryInMemory(MemoryDatabase database) {
        super(NoDatabase.client());
        entries = new MemoryTable<>(database);
    }

    @Override
    public void append(List<HistoryEntry> added) {
        added.forEach(entry -> entries.put(++numbers, entry));
    }

    @Override
    public List<NumberedEntry> of(UUID launchId, @Nullable HistoryPosition after, int limit) {
        throw new UnsupportedOperationException("Nobody looks at the time line of a launch service in memory");
    }
}
