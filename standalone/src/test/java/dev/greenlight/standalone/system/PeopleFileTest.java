package dev.greenlight.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeopleFileTest {
    @Test
    void whatOthersMayKnowOfAPersonLeavesTheSecretOut() {
        String yaml = """
                greenlight:
                  identity:
                    people:
                      - {id: ada, name: Ada Mensah, email: ada@greenlight.example, roles: [admin], zone: Etc/UTC, secret: demo}
                """;

        List<PeopleFile.Entry> people =
                PeopleFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));

        assertThat(people).singleElement().satisfies(ada -> {
            assertThat(ada.secret()).isEqualTo("demo");
            assertThat(ada.is("admin")).isTrue();
            assertThat(ada.description()).containsEntry("name", "Ada Mensah").doesNotContainKey("secret");
        });
    }
}
