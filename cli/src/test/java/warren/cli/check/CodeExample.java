package warren.cli.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An example of a code: of {@code codes.txt}, in which {@code {3 times a}} is {@code aaa} and
 * {@code {byte fc}} is that byte.
 *
 * @param options as on the command line; {@code rules.yaml} lies beside {@code codes.txt}
 */
record CodeExample(String code, List<String> options, String text) {
  private static final Pattern TIMES = Pattern.compile("\\{([0-9]+) times ([^}]+)}");
  private static final Pattern BYTE = Pattern.compile("\\{byte ([0-9a-f]{2})}");

  static List<CodeExample> read(Path file) throws IOException {
    List<CodeExample> examples = new ArrayList<>();
    String all = Files.readString(file, ISO_8859_1).substring("== ".length());
    for (String block : Pattern.compile("(?m)^== ").splitAsStream(all).toList()) {
      int end = block.indexOf('\n');
      List<String> words = Pattern.compile(" ").splitAsStream(block.substring(0, end)).toList();
      examples.add(
          new CodeExample(
              words.getFirst(), words.subList(1, words.size()), block.substring(end + 1)));
    }
    return examples;
  }

  /** What is said of it under its own code. */
  String printed(Path rulesFolder) {
    byte[] script = bytes();
    List<String> arguments =
        options.stream()
            .map(word -> word.endsWith(".yaml") ? rulesFolder.resolve(word).toString() : word)
            .toList();
    String out = Called.withInput(script, arguments.toArray(String[]::new)).out();
    if (options.contains("json")) {
      return out;
    }
    List<String> findings =
        Pattern.compile("\n\n").splitAsStream(out).filter(this::isOfThisCode).toList();
    return String.join("\n\n", findings).replace("<stdin>", "job.sh") + "\n";
  }

  private boolean isOfThisCode(String finding) {
    return finding.lines().findFirst().orElse("").endsWith("[" + code + "]");
  }

  private byte[] bytes() {
    String repeated =
        TIMES.matcher(text).replaceAll(m -> m.group(2).repeat(Integer.parseInt(m.group(1))));
    return BYTE.matcher(repeated)
        .replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16)))
        .getBytes(ISO_8859_1);
  }

  /** Its chapter of the documentation. */
  String chapter(String meaning, Path rulesFolder) {
    String with = options.isEmpty() ? "" : " With `" + String.join(" ", options) + "`:";
    return String.format(
        Locale.ROOT,
        "### %s%n%n%s%s%n%n```text%n%s```%n%n```text%n%s```%n",
        code,
        meaning,
        with,
        text,
        printed(rulesFolder));
  }
}
