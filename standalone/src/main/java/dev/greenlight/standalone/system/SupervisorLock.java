package dev.greenlight.standalone.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Held by the supervisor as long as it lives. The operating system gives it back when the process is gone, in whichever way,
 * so it can't be wrong as a file with a process id can.
 */
final class SupervisorLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private SupervisorLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the lock, unless a supervisor of this home holds it. */
    static Optional<SupervisorLock> take(Home home) {
        home.make();
        try {
            FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Optional<FileLock> lock = tryLock(channel);
            if (lock.isEmpty()) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new SupervisorLock(channel, lock.get()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + home.lock(), e);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException heldByThisProcess) {
            return Optional.empty();
        }
    }

    /** Whether a supervisor of this home is alive. */
    static boolean isHeld(Home home) {
        if (!Files.exists(home.lock())) {
            return false;
        }
        Optional<SupervisorLock> taken = take(home);
        taken.ifPresent(SupervisorLock::close);
        return taken.isEmpty();
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unlock", e);
        }
    }
}
