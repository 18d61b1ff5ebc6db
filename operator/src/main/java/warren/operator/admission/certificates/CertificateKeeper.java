package warren.operator.admission.certificates;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps certificates in order, step by step. To be used by the leader only. */
public final class CertificateKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(CertificateKeeper.class);

  /** More than any way from one state to order takes: who needs more is fighting with somebody. */
  private static final int MOST_STEPS = 8;

  private final Custody custody;
  private final Rotation rotation;
  private final InstantSource clock;

  /** A lock rather than a monitor: who waits for the lock can be interrupted. */
  private final ReentrantLock lock = new ReentrantLock();

  public CertificateKeeper(Custody custody, Rotation rotation, InstantSource clock) {
    this.custody = custody;
    this.rotation = rotation;
    this.clock = clock;
  }

  /**
   * Does what is to be done, until nothing is. Looks again after each step, so that it never acts
   * on what is past.
   *
   * @throws IllegalStateException if the thread is interrupted while another thread is at it
   */
  public void keep() {
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while another thread keeps certificates", e);
    }
    try {
      steps();
    } finally {
      lock.unlock();
    }
  }

  private void steps() {
    for (int steps = 0; steps < MOST_STEPS; steps++) {
      RotationStep step = step();
      if (step == RotationStep.KEEP) {
        return;
      }
      LOG.info("admission certificates: {}", step.sentence());
    }
  }

  private RotationStep step() {
    Instant now = clock.instant();
    Optional<Custody.Kept> kept = custody.secret();
    Optional<Credentials> held = kept.flatMap(secret -> CredentialsSecret.read(secret.data()));
    RotationStep step = rotation.decide(held, custody.bundle(), now);
    switch (step) {
      case KEEP -> {}
      case TRUST -> custody.trust(held.orElseThrow().bundle());
      case BEGIN, RENEW, STAGE, PROMOTE, RETIRE -> {
        Map<String, String> data = CredentialsSecret.write(rotation.after(step, held, now));
        kept.ifPresentOrElse(
            secret -> custody.replace(data, secret.version()), () -> custody.create(data));
      }
    }
    return step;
  }
}
