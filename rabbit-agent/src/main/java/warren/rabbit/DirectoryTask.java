package warren.rabbit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Does what a RabbitDirectory asks for, and reports it in the object's status. */
final class DirectoryTask implements WorkQueue.Task {
  private static final Logger LOG = System.getLogger(DirectoryTask.class.getName());

  /** A tree of a million files must not keep other workflows from their directories. */
  private static final int REMOVALS_AT_ONCE = 4;

  private static final int CREATIONS_AT_ONCE = 4;

  private final StorageRoots roots;
  private final OwnerChange owner;
  private final DirectoryAgent agent;
  private final ApiServer server;
  private final Semaphore removals = new Semaphore(REMOVALS_AT_ONCE);
  private final Semaphore creations = new Semaphore(CREATIONS_AT_ONCE);

  /**
   * @param agent knows the objects
   * @param server where to report
   */
  DirectoryTask(StorageRoots roots, OwnerChange owner, DirectoryAgent agent, ApiServer server) {
    this.roots = requireNonNull(roots, "roots");
    this.owner = requireNonNull(owner, "owner");
    this.agent = requireNonNull(agent, "agent");
    this.server = requireNonNull(server, "server");
  }

  @Override
  public boolean run(String name) {
    Optional<DirectoryObject> object = agent.object(name);
    return object.isEmpty() || object.get().isSettled() || work(object.get());
  }

  private boolean work(DirectoryObject object) {
    try {
      DirectoryStatus status = carryOut(object);
      if (!object.says(status)) {
        server.report(object, status);
        agent.reported(object, status);
        LOG.log(
            status.isDone() ? Level.INFO : Level.WARNING,
            "{0}: {1} {2}",
            object.name(),
            status.phase().word(),
            status.message());
      }
      return status.isDone();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "{0}: not reported: {1}", object.name(), e.toString());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, object.name() + ": internal error", e);
      return false;
    }
  }

  private DirectoryStatus carryOut(DirectoryObject object) throws InterruptedException {
    DirectoryRequest request;
    try {
      request = object.request(roots);
    } catch (IllegalArgumentException e) {
      return new DirectoryStatus(DirectoryStatus.Phase.FAILED, object.generation(), e.getMessage());
    }
    Semaphore permits = request instanceof DirectoryRequest.Remove ? removals : creations;
    permits.acquire();
    try {
      return switch (request) {
        case DirectoryRequest.Make make -> {
          DirectoryCreation.make(make, owner);
          yield new DirectoryStatus(DirectoryStatus.Phase.PRESENT, object.generation(), "");
        }
        case DirectoryRequest.Remove remove -> {
          TreeRemoval.remove(remove);
          yield new DirectoryStatus(DirectoryStatus.Phase.ABSENT, object.generation(), "");
        }
      };
    } catch (IOException e) {
      return new DirectoryStatus(
          DirectoryStatus.Phase.FAILED, object.generation(), ErrorText.of(e, request.directory()));
    } finally {
      permits.release();
    }
  }
}
