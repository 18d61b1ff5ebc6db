package warren.cli.show;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The terminal behind standard error.
 *
 * @param width in columns
 * @param height in lines
 * @param ink whether bold and colours are welcome
 */
public record Terminal(int width, int height, Ink ink) {
  private static final Pattern SIZE = Pattern.compile("([0-9]+) ([0-9]+)");

  public Terminal {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a terminal has columns and lines");
    }
  }

  /**
   * The terminal behind this process's standard error, when there is one that can be redrawn.
   *
   * @param environment for TERM, and NO_COLOR (no-color.org)
   */
  public static Optional<Terminal> ofStandardError(Map<String, String> environment) {
    if (!isTerminal(2, environment)) {
      return Optional.empty();
    }
    Ink ink = ink(environment);
    Matcher size = SIZE.matcher(ask("stty", "-F", "/dev/stderr", "size").orElse(""));
    return Optional.of(
        size.find()
            ? new Terminal(known(size.group(2), 80), known(size.group(1), 24), ink)
            : new Terminal(80, 24, ink));
  }

  /** The text, cut to the terminal's width. */
  public String fit(String text) {
    return text.length() < width ? text : text.substring(0, Math.max(0, width - 2)) + "…";
  }

  /** The ink for what this process writes to standard output; plain where that is no terminal. */
  public static Ink inkOfStandardOutput(Map<String, String> environment) {
    return isTerminal(1, environment) ? ink(environment) : Ink.PLAIN;
  }

  /** The same for standard error. */
  public static Ink inkOfStandardError(Map<String, String> environment) {
    return isTerminal(2, environment) ? ink(environment) : Ink.PLAIN;
  }

  private static Ink ink(Map<String, String> environment) {
    return new Ink(environment.getOrDefault("NO_COLOR", "").isEmpty());
  }

  /** Looks at what the file descriptor is, which takes no process as tty(1) would. */
  private static boolean isTerminal(int descriptor, Map<String, String> environment) {
    String kind = environment.getOrDefault("TERM", "dumb");
    if (kind.isEmpty() || kind.equals("dumb")) {
      return false;
    }
    try {
      String file = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty");
    } catch (IOException closed) {
      return false; // no such descriptor, or no Linux
    }
  }

  private static int known(String number, int otherwise) {
    int value = Integer.parseInt(number);
    return value > 0 ? value : otherwise; // a terminal that does not know its size says 0
  }

  /** What a program prints that sees our standard error; empty when it fails. */
  private static Optional<String> ask(String... command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      process.getOutputStream().close();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(answer) : Optional.empty();
    } catch (IOException missing) {
      return Optional.empty(); // without these programs there is no terminal to redraw
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
