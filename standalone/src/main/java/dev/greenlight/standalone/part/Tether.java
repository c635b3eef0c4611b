package dev.greenlight.standalone.part;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs another main class, and ends its JVM in order when the process that launched it is gone. Standard input is the
 * tether: it is a pipe from the launcher, and reading reaches its end whichever way the launcher dies, {@code kill -9}
 * included. Without this a killed supervisor, or a killed test, would leave brokers and services behind.
 */
public final class Tether {
    /** What a shell reports of a process ended by SIGTERM. */
    private static final int TERMINATED = 143;

    private Tether() {}

    /** @param arguments the main class to run, and its arguments */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread watch = new Thread(Tether::exitAtEndOfInput, "tether");
        watch.setDaemon(true);
        watch.start();
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        try {
            Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
        } catch (InvocationTargetException e) {
            System.err.println(arguments[0] + " failed: " + e.getCause());
            throw e;
        }
    }

    private static void exitAtEndOfInput() {
        try {
            // Nothing is ever written; only the end matters.
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException brokenPipe) {
            System.err.println("The tether broke: " + brokenPipe);
        }
        System.exit(TERMINATED);
    }
}
