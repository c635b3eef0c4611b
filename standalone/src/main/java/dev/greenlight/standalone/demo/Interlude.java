package dev.greenlight.standalone.demo;

/** Is told how the story goes on while it is played, so that something else can happen in between. Plays no part itself. */
public interface Interlude {
    /** For who does not want to interrupt. */
    Interlude NONE = new Interlude() {};

    /** A step begins. */
    default void before(Step step) {}

    /** A step has ended as it should. */
    default void after(Step step) {}

    /** A call is about to be sent. It may be sent several times, while a service is away. */
    default void calling(Person who, String method, String path) {}

    /** A call was answered. */
    default void answered(Person who, String method, String path, int status) {}
}
