package warren.cli.job;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder only the job's user can enter: a copy of the script, the {@code warren} of the job, and
 * each compute's variables. It goes when the job is over.
 */
public final class JobFolder implements AutoCloseable {
  /** The variable that tells a job's processes where the folder is. */
  public static final String VARIABLE = "WARREN_JOB_FOLDER";

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Path folder;
  private final JobUser user;

  private JobFolder(Path folder, JobUser user) {
    this.folder = folder;
    this.user = user;
  }

  /**
   * Makes the folder.
   *
   * @param script the script's bytes
   * @param computes each compute's variables, in order
   * @throws IOException when this machine has no room or does not allow it
   */
  public static JobFolder create(JobUser user, byte[] script, List<Map<String, String>> computes)
      throws IOException {
    JobFolder made = new JobFolder(Files.createTempDirectory("warren-job-"), user); // mode 0700
    try {
      made.fill(script, computes);
      made.giveToUser();
      return made;
    } catch (IOException | RuntimeException failed) {
      made.close();
      throw failed;
    }
  }

  private void fill(byte[] script, List<Map<String, String>> computes) throws IOException {
    write(script(), script, "r-x------");
    if (!Files.isExecutable(script())) {
      throw new IOException(
          folder.getParent()
              + " allows no programs (it is mounted noexec); name another folder with"
              + " JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER");
    }
    Files.createDirectory(folder.resolve("bin"));
    write(stepTool(folder), stepTool(), "r-xr-xr-x");
    Files.createDirectory(folder.resolve("computes"));
    for (int index = 0; index < computes.size(); index++) {
      // Of equal length, so that the shell's order of names is the computes' order.
      String name = String.format(Locale.ROOT, "computes/%06d", index);
      write(folder.resolve(name), variables(computes.get(index)), "r--------");
    }
  }

  private static byte[] stepTool() throws IOException {
    try (InputStream in = JobFolder.class.getResourceAsStream("warren-in-job.sh")) {
      return in.readAllBytes();
    }
  }

  private static byte[] variables(Map<String, String> compute) {
    StringBuilder lines = new StringBuilder();
    compute.forEach(
        (name, value) -> {
          if (!NAME.matcher(name).matches() || value.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("not a variable for a job: " + name);
          }
          lines.append(name).append('=').append(value).append('\n');
        });
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Path file, byte[] content, String mode) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.write(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  /** What is inside first: once the folder is the user's, nothing below it can be trusted. */
  private void giveToUser() throws IOException {
    if (!user.switched()) {
      return;
    }
    List<Path> all = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.forEach(all::add);
    }
    for (Path path : all.reversed()) {
      Files.setAttribute(path, "unix:gid", (int) user.identity().gid(), LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(path, "unix:uid", (int) user.identity().uid(), LinkOption.NOFOLLOW_LINKS);
    }
  }

  /** Where it is. */
  public Path path() {
    return folder;
  }

  /** The {@code warren} of a job, in the job's folder. */
  public static Path stepTool(Path folder) {
    return folder.resolve("bin/warren");
  }

  /** The script's copy. */
  Path script() {
    return folder.resolve("script");
  }

  /** Removes the folder as the job's user: below it, nothing is safe to touch with other rights. */
  List<String> removal() {
    return JobCommand.asUser(user, List.of("/bin/rm", "-rf", "--", folder.toString()));
  }

  /**
   * Removes the folder.
   *
   * @throws IOException when something of it is left
   */
  @Override
  public void close() throws IOException {
    new ProcessBuilder(removal())
        .redirectInput(new File("/dev/null"))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .onExit()
        .join();
    Files.deleteIfExists(folder); // by rmdir: for a folder that is not the user's own yet
  }
}
