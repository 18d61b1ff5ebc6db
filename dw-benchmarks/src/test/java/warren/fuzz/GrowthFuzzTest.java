package warren.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import warren.dw.Dialect;
import warren.dw.DirectiveReader;
import warren.dw.FluxScript;
import warren.dw.JobScript;
import warren.dw.RuleBook;

/** A beginning, and something repeated many times: where reading is not linear, this takes long. */
class GrowthFuzzTest {
  private static final int MOST_CHARACTERS = 100_000;

  private final DirectiveReader reader = new DirectiveReader(RuleBook.standard());

  @FuzzTest
  void repetitionsAreReadInLinearTime(FuzzedDataProvider data) {
    Dialect dialect = data.pickValue(Dialect.values());
    int times = data.consumeInt(1, MOST_CHARACTERS);
    String begin =
        data.consumeBoolean() ? "#DW container name=aa profile=pp " : data.consumeAsciiString(60);
    String part = data.consumeBoolean() ? "\n#DW " : "";
    String repeated = part + data.consumeRemainingAsString();
    int most = Math.max(1, MOST_CHARACTERS / Math.max(1, repeated.length()));
    byte[] content = (begin + repeated.repeat(Math.min(times, most))).getBytes(UTF_8);

    Effort.bounded(
        () -> {
          reader.read(JobScript.read("job.sh", content, dialect));
          FluxScript.read("job.sh", content);
        },
        () -> begin + "\nand " + Math.min(times, most) + " times\n" + repeated);
  }
}
