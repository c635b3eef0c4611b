package dev.greenlight.standalone.demo;

import static dev.greenlight.standalone.demo.FieldNote.Missing.blocker;
import static dev.greenlight.standalone.demo.FieldNote.Missing.major;
import static dev.greenlight.standalone.demo.FieldNote.Missing.minor;
import static dev.greenlight.standalone.demo.Person.FAY;
import static dev.greenlight.standalone.demo.Person.FINN;
import static dev.greenlight.standalone.demo.Person.FLO;
import static dev.greenlight.standalone.demo.Person.ROSA;
import static dev.greenlight.standalone.demo.Person.SAM;
import static dev.greenlight.standalone.demo.Person.WEI;

import dev.greenlight.standalone.demo.Documents.Market;
import dev.greenlight.standalone.demo.Documents.Money;
import dev.greenlight.standalone.demo.Documents.Plan;
import dev.greenlight.standalone.demo.Documents.Quota;
import dev.greenlight.standalone.demo.Documents.Requirement;
import dev.greenlight.standalone.demo.Pledge.NamedRep;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What is said and done in the story. Products, teams, people, accounts, sectors and opportunities are those of the imported
 * files; Central gets all that it needs, East does not, West has time.
 */
final class Gtk500 {
    static final String PRODUCT = "GTK 500";
    static final String CENTRAL = "Central";
    static final String EAST = "East";
    static final String WEST = "West";

    /** What stands in Central's way until product decides. */
    static final String BLOCKER = "Redundant power supply";

    private static final String FIRST_90_DAYS = "first-90-days";
    private static final String NEXT_90_DAYS = "next-90-days";
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final long WEST_IS_LATER_BY_DAYS = 56;
    private static final long DAYS = 90;
    private static final long PROMISED_WITHIN_DAYS = 60;
    private static final Money LIST_PRICE = new Money(2_676_800, "USD");
    private static final Money BUDGET = new Money(25_000_000, "USD");

    private Gtk500() {}

    /** The plan, with Central and East going live on the day that it is there now. */
    static Plan plan(String name, Instant now) {
        return new Plan(
                PRODUCT,
                name,
                1,
                "The first product of the GTK series, for customers whom GTX Plus Pro has become too small.",
                "Twice the throughput of a GTX Plus Pro in the same rack unit, with support around the clock.",
                BUDGET,
                List.of(
                        market(
                                CENTRAL,
                                LocalDate.ofInstant(now, CHICAGO),
                                CHICAGO,
                                "6.5",
                                "3",
                                new Quota("retail", 3),
                                new Quota("technology", 2),
                                new Quota("medical", 2)),
                        market(
                                EAST,
                                LocalDate.ofInstant(now, NEW_YORK),
                                NEW_YORK,
                                "5",
                                "2.5",
                                new Quota("retail", 3),
                                new Quota("finance", 2),
                                new Quota("medical", 2)),
                        market(
                                WEST,
                                LocalDate.ofInstant(now, LOS_ANGELES).plusDays(WEST_IS_LATER_BY_DAYS),
                                LOS_ANGELES,
                                "5",
                                "2.5",
                                new Quota("retail", 2),
                                new Quota("telecommunications", 2))));
    }

    private static Market market(
            String region, LocalDate goLive, ZoneId zone, String firstFte, String nextFte, Quota... quotas) {
        LocalDate next = goLive.plusDays(DAYS);
        return new Market(
                region,
                goLive,
                zone.getId(),
                LIST_PRICE,
                List.of(
                        new Requirement(FIRST_90_DAYS, "account-executive", firstFte, goLive, next.minusDays(1)),
                        new Requirement(
                                NEXT_90_DAYS,
                                "account-executive",
                                nextFte,
                                next,
                                next.plusDays(DAYS).minusDays(1))),
                List.of(quotas));
    }

    /** What the managers give: all that is asked for in Central and West, 3.5 of 5 FTE for the first 90 days in East. */
    static List<Pledge> pledges() {
        return List.of(
                Pledge.fromPool(SAM, CENTRAL, FIRST_90_DAYS, "Dustin Brinkmann", "3"),
                Pledge.named(
                        SAM,
                        CENTRAL,
                        FIRST_90_DAYS,
                        "Melvin Marxen",
                        new NamedRep("Darcel Schlecht", "1"),
                        new NamedRep("Gladys Colclough", "1"),
                        new NamedRep("Niesha Huffines", "1"),
                        new NamedRep("Jonathan Berthelot", "0.5")),
                Pledge.fromPool(SAM, CENTRAL, NEXT_90_DAYS, "Dustin Brinkmann", "1.5"),
                Pledge.named(
                        SAM,
                        CENTRAL,
                        NEXT_90_DAYS,
                        "Melvin Marxen",
                        new NamedRep("Darcel Schlecht", "1"),
                        new NamedRep("Marty Freudenburg", "0.5")),
                Pledge.fromPool(WEI, EAST, FIRST_90_DAYS, "Cara Losch", "2.5"),
                Pledge.named(WEI, EAST, FIRST_90_DAYS, "Rocco Neubert", new NamedRep("Donn Cantrell", "1")),
                Pledge.fromPool(WEI, EAST, NEXT_90_DAYS, "Cara Losch", "2.5"),
                Pledge.fromPool(ROSA, WEST, FIRST_90_DAYS, "Celia Rouche", "3"),
                Pledge.named(
                        ROSA,
                        WEST,
                        FIRST_90_DAYS,
                        "Summer Sewald",
                        new NamedRep("Zane Levy", "1"),
                        new NamedRep("Kary Hendrixson", "1")),
                Pledge.fromPool(ROSA, WEST, NEXT_90_DAYS, "Celia Rouche", "2.5"));
    }

    /** What the field heard: enough in Central, one medical account too few in East, a beginning in West. */
    static List<FieldNote> fieldNotes() {
        return List.of(
                FieldNote.gap(
                        FAY,
                        CENTRAL,
                        "retail",
                        "Sumace",
                        blocker(BLOCKER),
                        "Their tills run around the clock; one power supply that can fail is one too few.",
                        "J31SUXQJ",
                        "L6223VHA"),
                FieldNote.noGap(
                        FLO,
                        CENTRAL,
                        "retail",
                        "Kinnamplus",
                        "Wants two units for the new warehouse as soon as it can order them.",
                        "S3LATQVJ",
                        "3TMNC3GW"),
                FieldNote.noGap(
                        FAY,
                        CENTRAL,
                        "retail",
                        "Yearin",
                        "Would replace the GTX Pro that is on offer; asks for a date.",
                        "99YRLZM0"),
                FieldNote.gap(
                        FLO,
                        CENTRAL,
                        "technology",
                        "Rundofase",
                        major("redundant  power supply"),
                        "Can live with a cold spare for a year, not longer.",
                        "BV75OM0B",
                        "ZGTCQT1A"),
                FieldNote.noGap(
                        FAY,
                        CENTRAL,
                        "technology",
                        "Donquadtech",
                        "Likes the throughput; their lab has tested the pilot unit.",
                        "8XE8GGIW"),
                FieldNote.noGap(
                        FLO, CENTRAL, "medical", "Silis", "Both clinics would take one each.", "CBQRKYZP", "B26TNOGQ"),
                FieldNote.gap(
                        FAY,
                        CENTRAL,
                        "medical",
                        "Condax",
                        minor("Rails for shallow racks"),
                        "Their cabinets are 60 cm deep; would drill holes if they must.",
                        "YBWUG6QP",
                        "A8PVW8RI"),
                FieldNote.gap(
                        FINN,
                        EAST,
                        "retail",
                        "Toughzap",
                        major("Monitoring over SNMPv3"),
                        "Security wants no SNMPv2 in the stores any more.",
                        "ALZNZ666",
                        "PSMWYTMB"),
                FieldNote.noGap(
                        FLO,
                        EAST,
                        "retail",
                        "Zathunicon",
                        "Price is fine, delivery within a month matters more.",
                        "RY6T3GLC",
                        "CUV49MUR"),
                FieldNote.noGap(FINN, EAST, "retail", "Plussunin", "Would start with one site and see.", "MNVMY83P"),
                FieldNote.noGap(FLO, EAST, "finance", "Stanredtax", "Has the budget for this quarter.", "ICMXZOVL"),
                FieldNote.gap(
                        FINN,
                        EAST,
                        "finance",
                        "Xx-holding",
                        major("Monitoring over SNMPv3"),
                        "Their auditor asks for it.",
                        "LCQ934W7",
                        "PM2BF2KB"),
                FieldNote.noGap(
                        FINN,
                        EAST,
                        "medical",
                        "Condax",
                        "Happy with the noise level, which was the worry.",
                        "WEKW3XIN"),
                FieldNote.gap(
                        FLO,
                        WEST,
                        "telecommunications",
                        "Treequote",
                        major(BLOCKER),
                        "Their exchange has two power feeds and wants to use both.",
                        "5URQT67R",
                        "4SOUOUKH"),
                FieldNote.noGap(FINN, WEST, "retail", "Blackzim", "Two stores would pilot it in January.", "9E8A7MQ8"));
    }

    /** How many accounts miss what the blocker names, however they spell it. */
    static long accountsBehindTheBlocker() {
        return fieldNotes().stream()
                .filter(note -> note.missing()
                        .filter(missing ->
                                missing.feature().replaceAll("\\s+", " ").equalsIgnoreCase(BLOCKER))
                        .isPresent())
                .map(FieldNote::account)
                .distinct()
                .count();
    }

    /** Product's answer to the blocker. */
    static Documents.Review review(LocalDate centralGoesLive) {
        return new Documents.Review(
                "ACCEPTED",
                "A second supply comes as a module that customers can add themselves; until then we ship a cold spare.",
                centralGoesLive.plusDays(PROMISED_WITHIN_DAYS));
    }
}
