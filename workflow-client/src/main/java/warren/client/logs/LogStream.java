package warren.client.logs;

import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** One read of a log: a request that was sent, and the answer that is read piece by piece. */
final class LogStream implements AutoCloseable {
  private final CompletableFuture<HttpResponse<InputStream>> response;
  private volatile boolean closed;

  LogStream(CompletableFuture<HttpResponse<InputStream>> response) {
    this.response = response;
  }

  /**
   * Waits for the answer. A container that has printed nothing yet has none.
   *
   * @throws NoLogException when there is no such log
   * @throws IOException when the cluster does not answer, or with an error
   */
  InputStream body() throws IOException {
    try {
      HttpResponse<InputStream> answer = response.get();
      if (answer.code() == HttpURLConnection.HTTP_NOT_FOUND
          || answer.code() == HttpURLConnection.HTTP_BAD_REQUEST) {
        answer.body().close();
        throw new NoLogException("the cluster has no such log (status " + answer.code() + ")");
      }
      if (answer.code() != HttpURLConnection.HTTP_OK) {
        answer.body().close();
        throw new IOException("the cluster answered with status " + answer.code());
      }
      return answer.body();
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause().getMessage(), failed.getCause());
    } catch (CancellationException stopped) {
      throw new IOException("the read was closed", stopped);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException().initCause(stopped);
    }
  }

  /** Whether the read was ended on our side. */
  boolean isClosed() {
    return closed;
  }

  /** Ends the read; whoever reads the answer gets an error. */
  @Override
  public void close() {
    closed = true;
    if (!response.cancel(true) && !response.isCompletedExceptionally()) {
      close(response.resultNow());
    }
  }

  private static void close(HttpResponse<InputStream> answer) {
    try {
      answer.body().close();
    } catch (IOException closedAlready) {
      // Nothing is left to be released.
    }
  }
}
