package dev.greenlight.standalone.cli;

import dev.greenlight.standalone.demo.Demo;
import dev.greenlight.standalone.part.PartFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the embedded default. */
@Command(
        name = "greenlight",
        description =
                "Runs Greenlight on this machine: PostgreSQL, Kafka, a schema registry, the front door and the services.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            EventsCommand.class,
            ResetCommand.class,
            SuperviseCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Greenlight {
    private Greenlight() {}

    /** Runs one command and exits with 0, 1 when it failed, or 2 when it was not understood. */
    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new Greenlight())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(sentence(failure));
                    return CommandLine.ExitCode.SOFTWARE;
                });
        String[] words = arguments.length == 0 ? new String[] {"help"} : arguments;
        System.exit(commandLine.execute(words));
    }

    /** What is foreseen is told in its own words; a stack trace is for what is not. */
    private static String sentence(Exception failure) throws Exception {
        if (failure instanceof PartFailure
                || failure instanceof Demo.DemoFailure
                || failure instanceof IllegalArgumentException) {
            return String.valueOf(failure.getMessage());
        }
        throw failure;
    }
}
