package dev.greenlight.standalone.demo;

import java.util.List;
import java.util.function.Consumer;

/**
 * One step of the story.
 *
 * @param name short and stable
 * @param who takes part
 * @param title what they do, continuing the sentence that begins with their names
 * @param action what happens
 */
public record Step(String name, List<Person> who, String title, Consumer<Performance> action) {}
