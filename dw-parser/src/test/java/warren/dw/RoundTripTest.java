package warren.dw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Directives made at random, from fixed seeds: what they print reads back as they are. */
class RoundTripTest {
  private static final String FIRST = "abcdefghijklmnopqrstuvwxyz";
  private static final String UNITS = "KB KiB MB MiB GB GiB TB TiB";

  private record Maker(Random random) {
    private String name(String others) {
      StringBuilder name = new StringBuilder().append(pick(FIRST));
      for (int i = random.nextInt(12); i >= 0; i--) {
        name.append(pick(FIRST + "0123456789" + others));
      }
      return name.toString();
    }

    private char pick(String letters) {
      return letters.charAt(random.nextInt(letters.length()));
    }

    private Optional<String> maybeName() {
      return random.nextBoolean() ? Optional.of(name("-")) : Optional.empty();
    }

    private Capacity capacity() {
      String unit = UNITS.split(" ", -1)[random.nextInt(8)];
      return Capacity.of((1 + random.nextInt(1000)) + unit).orElseThrow();
    }

    private FileSystemType type() {
      return List.of(FileSystemType.values()).get(random.nextInt(4));
    }

    private List<String> requires() {
      List<String> all = List.of("copy-offload", "user-container-auth");
      return all.subList(0, random.nextInt(3));
    }

    private String path() {
      return random
          .ints(1 + random.nextInt(20), 1, Character.MAX_CODE_POINT)
          .filter(point -> !Words.isSpace(point) && !isSurrogate(point))
          .collect(
              () -> new StringBuilder("/"), StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
    }

    private static boolean isSurrogate(int point) {
      return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private List<StorageBinding> globals() {
      Set<String> keys = new LinkedHashSet<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        keys.add("DW_GLOBAL_" + name("_"));
      }
      return keys.stream().map(key -> new StorageBinding(key, path())).toList();
    }

    private Directive directive() {
      return switch (random.nextInt(7)) {
        case 0 -> new JobDw(0, name("-"), type(), capacity(), maybeName(), requires());
        case 1 ->
            new CreatePersistent(
                0, name("-"), type(), Optional.of(capacity()).filter(c -> flip()), maybeName());
        case 2 -> new DestroyPersistent(0, name("-"));
        case 3 -> new PersistentDw(0, name("-"), requires());
        case 4 -> new CopyIn(0, path(), path(), maybeName());
        case 5 -> new CopyOut(0, path(), path(), maybeName());
        default -> new ContainerDw(0, name("-"), name("-"), globals());
      };
    }

    private boolean flip() {
      return random.nextBoolean();
    }
  }

  static Stream<Integer> seeds() {
    return IntStream.range(0, 5).boxed();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsPrintedReadsBackTheSame(int seed) {
    Maker maker = new Maker(new Random(seed));
    for (int i = 0; i < 100; i++) {
      Directive directive = maker.directive();
      Reading reading = Scripts.readList(directive.text());
      assertThat(reading.admitted()).as(directive.text()).isTrue();
      assertThat(reading.directives()).containsExactly(directive);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyTextIsReadWithoutAnException(int seed) {
    Random random = new Random(seed);
    String pieces = "#DW jobdw container name= = DW_JOB_ a -\t\n\u00a0\ud83d\ude00,$/";
    for (int i = 0; i < 200; i++) {
      List<String> texts = new ArrayList<>();
      for (int j = random.nextInt(4); j >= 0; j--) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "#DW container " : "");
        random
            .ints(random.nextInt(60), 0, pieces.length())
            .forEach(at -> text.append(pieces, at, Math.min(pieces.length(), at + 1 + at % 5)));
        texts.add(text.toString());
      }
      Reading reading = Scripts.read(JobScript.ofDirectives(texts));
      assertThat(reading.findings().isEmpty())
          .as(texts.toString())
          .isEqualTo(reading.directives().size() == texts.size() && reading.accepted());
    }
  }

  @Test
  void whatWouldNotReadBackCannotBeMade() {
    assertThat(
            Stream.<Runnable>of(
                    () -> new DestroyPersistent(0, ""),
                    () -> new DestroyPersistent(0, "two words"),
                    () -> new DestroyPersistent(0, "a"),
                    () -> new DestroyPersistent(0, "Keep"),
                    () -> new DestroyPersistent(0, "1st"),
                    () -> new DestroyPersistent(-1, "keep"),
                    () -> new CopyIn(0, "/a", "/b", Optional.of("Fast")),
                    () -> new PersistentDw(0, "keep", List.of("copy-offload", "copy-offload")),
                    () -> job("0KB"),
                    () -> new StorageBinding("DW_JOB_a", "c"),
                    () -> new StorageBinding("DW_JOB_a-b", "c"),
                    () -> new StorageBinding("DW_JOB_aa", "b c"),
                    () -> new CopyIn(0, "/a\u3000b", "/c", Optional.empty()),
                    () -> new PersistentDw(0, "keep", List.of("a,b")),
                    () -> new StorageBinding("DW_JOB_a=b", "c"),
                    () -> new StorageBinding("HOME", "c"),
                    () -> new Argument("", Optional.empty()),
                    () -> new Argument("a=b", Optional.of("c")),
                    () -> new ForeignDirective(0, "", List.of()),
                    () -> DirectiveText.of("a b"),
                    () ->
                        new ContainerDw(
                            0,
                            "cc",
                            "pp",
                            List.of(
                                new StorageBinding("DW_JOB_aa", "b"),
                                new StorageBinding("DW_JOB_aa", "c"))))
                .filter(RoundTripTest::isRefused))
        .hasSize(21);
  }

  private static JobDw job(String capacity) {
    return new JobDw(
        0,
        "my-data",
        FileSystemType.XFS,
        Capacity.of(capacity).orElseThrow(),
        Optional.empty(),
        List.of());
  }

  private static boolean isRefused(Runnable maker) {
    try {
      maker.run();
      return false;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }
}
