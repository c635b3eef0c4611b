package dev.greenlight.standalone.cli;

import dev.greenlight.standalone.part.FileTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops everything and forgets all data. */
@Command(name = "reset", description = "Stops everything and deletes all data and logs; asks first.")
final class ResetCommand implements Callable<Integer> {
    @Option(
            names = {"-y", "--yes"},
            description = "Does not ask.")
    private boolean yes;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Surroundings surroundings = Surroundings.find();
        Path root = surroundings.home().root();
        if (!yes && !confirmed("Delete every launch, event and log in " + root + "? [y/N] ")) {
            System.out.println("Nothing was deleted.");
            return 1;
        }
        DownCommand.stop(surroundings);
        FileTree.delete(surroundings.home().data());
        FileTree.delete(surroundings.home().logs());
        FileTree.delete(root.resolve("run"));
        System.out.println("Deleted. The next ./greenlight up begins with nothing.");
        return 0;
    }

    private static boolean confirmed(String question) throws IOException {
        System.out.print(question);
        System.out.flush();
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        String answer = Objects.requireNonNullElse(input.readLine(), "");
        return Set.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    }
}
