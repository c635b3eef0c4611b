package dev.greenlight.standalone.demo;

import java.util.Locale;

/** Who takes part: the people whom the embedded sign-in knows. */
public enum Person {
    ADA("Ada Mensah", "admin"),
    MAYA("Maya Lindqvist", "marketing"),
    SAM("Sam Ortiz", "sales, Central"),
    WEI("Wei Chen", "sales, East"),
    ROSA("Rosa Delgado", "sales, West"),
    FAY("Fay Robinson", "field, Central"),
    FINN("Finn Gallagher", "field, East and West"),
    FLO("Flo Anderson", "field, all regions"),
    PIA("Pia Novak", "product");

    /** The secret of all of them; it exists only in the embedded default. */
    static final String SECRET = "demo";

    private final String fullName;
    private final String part;

    Person(String fullName, String part) {
        this.fullName = fullName;
        this.part = part;
    }

    /** User id, as in the tokens. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** First name, as in a story. */
    public String firstName() {
        return fullName.substring(0, fullName.indexOf(' '));
    }

    /** For people: name and part. */
    public String words() {
        return fullName + " (" + part + ")";
    }
}
