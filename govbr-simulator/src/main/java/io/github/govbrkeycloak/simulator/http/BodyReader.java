package io.github.govbrkeycloak.simulator.http;

import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.StatusCodes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.xnio.channels.Channels;
import org.xnio.channels.StreamSourceChannel;

/**
 * Reads each request's body before anything else happens, for two reasons: nobody may send more
 * than the limit, and a behaviour for one client must know the client before the work begins, which
 * a form may tell. The resources behind read the same bytes again.
 */
final class BodyReader implements HttpHandler {

  /** The whole body, on every exchange that has passed here. */
  static final AttachmentKey<byte[]> BODY = AttachmentKey.create(byte[].class);

  /** No honest request to gov.br comes near this many bytes. */
  private static final int LIMIT = 256 * 1024;

  private final HttpHandler next;

  BodyReader(HttpHandler next) {
    this.next = next;
  }

  /** Must run on a worker thread: it waits for the body. */
  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (!read(exchange)) {
      exchange.setStatusCode(StatusCodes.REQUEST_ENTITY_TOO_LARGE);
      exchange.getResponseSender().send(StatusCodes.REQUEST_ENTITY_TOO_LARGE_STRING);
      return;
    }
    next.handleRequest(exchange);
  }

  /**
   * What is beyond the limit is read too, and thrown away: many a caller writes its whole request
   * before it reads, and would see a broken connection instead of the refusal. Undertow itself
   * hangs up after two megabytes.
   */
  private static boolean read(HttpServerExchange exchange) throws IOException {
    if (exchange.isRequestComplete()) {
      exchange.putAttachment(BODY, new byte[0]);
      return true;
    }
    StreamSourceChannel channel = exchange.getRequestChannel();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    ByteBuffer chunk = ByteBuffer.allocate(16 * 1024);
    int length = 0;
    while (Channels.readBlocking(channel, chunk) != -1) {
      length += chunk.position();
      if (length <= LIMIT) {
        body.write(chunk.array(), 0, chunk.position());
      }
      chunk.clear();
    }
    if (length > LIMIT) {
      return false;
    }
    byte[] bytes = body.toByteArray();
    exchange.putAttachment(BODY, bytes);
    Connectors.ungetRequestBytes(exchange, pooled(exchange, bytes));
    Connectors.resetRequestChannel(exchange);
    return true;
  }

  private static PooledByteBuffer[] pooled(HttpServerExchange exchange, byte[] bytes) {
    ByteBufferPool pool = exchange.getConnection().getByteBufferPool();
    List<PooledByteBuffer> buffers = new ArrayList<>();
    int done = 0;
    while (done < bytes.length) {
      PooledByteBuffer pooled = pool.allocate();
      ByteBuffer buffer = pooled.getBuffer();
      int length = Math.min(buffer.remaining(), bytes.length - done);
      buffer.put(bytes, done, length).flip();
      buffers.add(pooled);
      done += length;
    }
    return buffers.toArray(PooledByteBuffer[]::new);
  }
}
