package warren.cli;

import java.util.concurrent.Callable;

/**
 * A command that only says what it thinks of a text: it returns {@link ExitStatus#OK}, {@link
 * ExitStatus#FAULTY} or, whatever kept it from an answer, {@link ExitStatus#UNANSWERED}.
 */
public interface JudgingCommand extends Callable<Integer> {}
