package dev.greenlight.standalone.demo;

import java.util.List;
import java.util.Optional;

/**
 * What a field rep heard from a real account of the imported file.
 *
 * @param opportunities ids of open opportunities of the account that agents of the region work on
 * @param missing what the customer misses; empty when nothing
 */
record FieldNote(
        Person reporter,
        String region,
        String sector,
        String account,
        List<String> opportunities,
        Optional<Missing> missing,
        String text) {

    /** A feature and how badly it is missed. */
    record Missing(String feature, String severity) {
        static Missing blocker(String feature) {
            return new Missing(feature, "BLOCKER");
        }

        static Missing major(String feature) {
            return new Missing(feature, "MAJOR");
        }

        static Missing minor(String feature) {
            return new Missing(feature, "MINOR");
        }
    }

    static FieldNote noGap(
            Person reporter, String region, String sector, String account, String text, String... opportunities) {
        return new FieldNote(reporter, region, sector, account, List.of(opportunities), Optional.empty(), text);
    }

    static FieldNote gap(
            Person reporter,
            String region,
            String sector,
            String account,
            Missing missing,
            String text,
            String... opportunities) {
        return new FieldNote(reporter, region, sector, account, List.of(opportunities), Optional.of(missing), text);
    }

    String verdict() {
        return missing.isPresent() ? "GAP" : "NO_GAP";
    }

    Documents.Report document() {
        return new Documents.Report(
                region,
                sector,
                account,
                opportunities,
                verdict(),
                text,
                missing.map(it -> new Documents.Gap(it.feature(), it.severity())).stream()
                        .toList());
    }

    /** For people: what was heard. */
    String words() {
        return missing.map(it -> it.severity() + "  " + it.feature()).orElse("nothing missing");
    }
}
