package warren.cli.show;

import java.util.List;
import warren.client.WorkflowView;

/** Where a run tells what happens; safe to use from several threads. */
public interface Display extends AutoCloseable {
  /** One line that stays: something that happened now. */
  void say(String line);

  /** Lines that stay, as they are: text that has nothing to do with the moment. */
  void print(List<String> lines);

  /** How parts of what is said or printed here may be set off. */
  Ink ink();

  /** What the workflow is doing now. */
  void show(WorkflowView view);

  /**
   * The terminal belongs to the job's script until {@link #resume}: only lines that stay are shown.
   */
  void pause();

  /** The opposite of {@link #pause}. */
  void resume();

  /** Nothing is shown any more. */
  @Override
  void close();
}
