package warren.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import warren.fuzz.Campaign.Outcome;

/** Ten seconds of fuzzing, from the same seed in each build. */
class CampaignTest {
  private static final int SECONDS = 10;

  @Test
  void aShortCampaignFindsNothing() throws IOException, InterruptedException {
    Path folder = Path.of("target", "fuzz-short");
    for (Outcome outcome : new Campaign(Integer.MAX_VALUE, SECONDS, Campaign.SEED, folder).run()) {
      assertThat(outcome.exitCode()).as(outcome.story()).isZero();
      assertThat(outcome.story()).contains("Seed: " + Campaign.SEED).contains("Done ");
    }
  }
}
