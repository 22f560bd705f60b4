package app.upline.platform.edge;

import app.upline.platform.http.ClientSource;
import app.upline.platform.http.ClientSources;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer.ChannelRole;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Puts {@link EdgeCodec} into every connection, or ends it where there are too many. */
@Singleton
final class EdgePipeline implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  /** What is read at a time, and so what may lie here of a request that is not yet begun. */
  private static final int READ_BYTES = 16 * 1024;

  private static final int SEND_BYTES = 256 * 1024;

  private final EdgeSettings settings;
  private final NettyHttpServerConfiguration server;
  private final ClientConnections connections;
  private final RawRefusal refusals;
  private final ClientSources sources;
  private final Strangers strangers;

  EdgePipeline(
      EdgeSettings settings,
      NettyHttpServerConfiguration server,
      ClientConnections connections,
      RawRefusal refusals,
      ClientSources sources,
      Strangers strangers) {
    this.strangers = strangers;
    this.settings = settings;
    this.server = server;
    this.connections = connections;
    this.refusals = refusals;
    this.sources = sources;
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    NettyServerCustomizer.Registry registry = event.getBean();
    registry.register(new Customizer(null));
    return registry;
  }

  private final class Customizer implements NettyServerCustomizer {
    private final @Nullable Channel channel;

    Customizer(@Nullable Channel channel) {
      this.channel = channel;
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel specific, ChannelRole role) {
      return new Customizer(specific);
    }

    @Override
    public void onStreamPipelineBuilt() {
      ChannelHandlerContext codec =
          channel == null ? null : channel.pipeline().context(HttpServerCodec.class);
      if (codec != null) {
        guard(channel, codec);
      }
    }
  }

  private void guard(Channel channel, ChannelHandlerContext codec) {
    InetAddress address =
        channel.remoteAddress() instanceof InetSocketAddress socket ? socket.getAddress() : null;
    String network =
        address == null ? "" : new ClientSource(address.getHostAddress(), null).network();
    ClientConnection connection = new ClientConnection(channel, network, settings.readerPatience());
    if (!connections.admit(connection, address != null && !sources.isOurProxy(address))) {
      channel.close();
      return;
    }
    // What the operating system takes of an answer is memory too, and of no use to who does not
    // read.
    channel.config().setOption(ChannelOption.SO_SNDBUF, SEND_BYTES);
    channel
        .config()
        .setRecvByteBufAllocator(new AdaptiveRecvByteBufAllocator(64, 2048, READ_BYTES));
    channel
        .pipeline()
        .replace(
            codec.handler(),
            codec.name(),
            new EdgeCodec(
                decoding(),
                connection,
                connections,
                new Doorway(strangers, address),
                refusals,
                settings));
  }

  private HttpDecoderConfig decoding() {
    return new HttpDecoderConfig()
        .setMaxInitialLineLength(server.getMaxInitialLineLength())
        .setMaxHeaderSize(server.getMaxHeaderSize())
        .setMaxChunkSize(server.getMaxChunkSize())
        .setInitialBufferSize(server.getInitialBufferSize());
  }
}
