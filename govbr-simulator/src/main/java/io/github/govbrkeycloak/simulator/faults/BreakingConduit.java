package io.github.govbrkeycloak.simulator.faults;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.ConduitWritableByteChannel;
import org.xnio.conduits.Conduits;
import org.xnio.conduits.StreamSinkConduit;

/** Writes half of the announced body, or its first bytes, and then closes the connection. */
final class BreakingConduit extends AbstractStreamSinkConduit<StreamSinkConduit> {

  /** How much of a body goes out whose length is not announced. */
  private static final long FIRST_BYTES = 64;

  private final HttpServerExchange exchange;
  private long left;
  private boolean brokenOff;

  BreakingConduit(StreamSinkConduit next, HttpServerExchange exchange) {
    super(next);
    this.exchange = exchange;
    long announced = exchange.getResponseContentLength();
    this.left = announced < 0 ? FIRST_BYTES : announced / 2;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    if (left == 0) {
      if (!flush()) {
        return 0;
      }
      // Whoever goes on writing would otherwise wait for room for ever.
      throw new ClosedChannelException();
    }
    int limit = source.limit();
    source.limit((int) Math.min(limit, source.position() + left));
    try {
      int written = next.write(source);
      left -= written;
      return written;
    } finally {
      source.limit(limit);
    }
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      if (sources[i].hasRemaining()) {
        return write(sources[i]);
      }
    }
    return 0;
  }

  @Override
  public int writeFinal(ByteBuffer source) throws IOException {
    return write(source);
  }

  @Override
  public long writeFinal(ByteBuffer[] sources, int offset, int length) throws IOException {
    return write(sources, offset, length);
  }

  @Override
  public long transferFrom(FileChannel source, long position, long count) throws IOException {
    return source.transferTo(position, count, new ConduitWritableByteChannel(this));
  }

  @Override
  public long transferFrom(StreamSourceChannel source, long count, ByteBuffer throughBuffer)
      throws IOException {
    return Conduits.transfer(source, count, throughBuffer, this);
  }

  @Override
  public void terminateWrites() {
    breakOff();
  }

  @Override
  public boolean flush() throws IOException {
    boolean flushed = next.flush();
    if (flushed && left == 0) {
      breakOff();
    }
    return flushed;
  }

  private void breakOff() {
    if (!brokenOff) {
      brokenOff = true;
      IoUtils.safeClose(exchange.getConnection());
    }
  }
}
