package warren.dw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ThreadsTest {
  @Test
  void manyThreadsShareOneReaderAndGetTheSameAnswers() throws Exception {
    DirectiveReader reader = new DirectiveReader(RuleBook.standard());
    List<JobScript> scripts =
        Arrays.stream(Codes.values())
            .filter(code -> code != Codes.LINE_TOO_LONG)
            .map(code -> code.example().script("job.sh"))
            .toList();
    List<Reading> alone = scripts.stream().map(reader::read).toList();

    List<Future<List<Reading>>> together = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 200; i++) {
        together.add(threads.submit(() -> scripts.stream().map(reader::read).toList()));
      }
    }

    for (Future<List<Reading>> answers : together) {
      assertThat(answers.get()).isEqualTo(alone);
    }
  }
}
