package dev.greenlight.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.standalone.demo.CrmFiles.Remark;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CrmFilesTest {
    @Test
    void remarksAreCountedAndTheMostFrequentComesFirst() {
        JsonNode report = JsonMapper.shared().readTree("""
                        {"rows": 3, "results": [
                          {"row": 2, "status": "CREATED", "message": "It has no account"},
                          {"row": 3, "status": "CREATED", "message": "GTXPro is GTX Pro; It has no value"},
                          {"row": 4, "status": "CREATED", "message": "It has no value"}]}""");

        assertThat(CrmFiles.remarks(report))
                .containsExactly(
                        new Remark("It has no value", List.of(3, 4)),
                        new Remark("It has no account", List.of(2)),
                        new Remark("GTXPro is GTX Pro", List.of(3)));
    }
}
