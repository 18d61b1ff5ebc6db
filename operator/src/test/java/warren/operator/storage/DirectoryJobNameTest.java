package warren.operator.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import warren.names.Names;
import warren.operator.Fixtures;

final class DirectoryJobNameTest {
  @Test
  void aJobsNameIsNeverLongerThanALabelMayBe() {
    String rabbit = "rabbit-with-a-long-name-0";

    String name = Names.directoryJob(Fixtures.UID, 12, rabbit, "remove");

    assertThat(name).hasSizeLessThanOrEqualTo(63).startsWith("dir-remove-" + Fixtures.UID + "-12-");
    assertThat(name)
        .isEqualTo(Names.directoryJob(Fixtures.UID, 12, rabbit, "remove"))
        .isNotEqualTo(Names.directoryJob(Fixtures.UID, 12, "rabbit-with-a-long-name-1", "remove"));
  }
}
