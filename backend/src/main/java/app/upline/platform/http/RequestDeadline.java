package app.upline.platform.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer.ChannelRole;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends connections whose request does not arrive in time, however busily its bytes trickle: an idle
 * time-out alone lets a client that sends one byte a second hold on to a connection for hours.
 */
@Singleton
final class RequestDeadline implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

  private final Duration deadline;

  RequestDeadline(@Value("${upline.http.request-deadline:120s}") Duration deadline) {
    this.deadline = deadline;
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
        Watch watch = new Watch(deadline);
        channel.pipeline().addBefore(codec.name(), null, watch.begin());
        channel.pipeline().addAfter(codec.name(), null, watch.end());
      }
    }
  }

  /** From the first byte that belongs to a request to the last. */
  private static final class Watch {
    private final Duration deadline;
    private @Nullable ScheduledFuture<?> running;

    Watch(Duration deadline) {
      this.deadline = deadline;
    }

    /** Sees bytes, before they are anything. */
    ChannelInboundHandlerAdapter begin() {
      return new ChannelInboundHandlerAdapter() {
        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
          if (running == null) {
            running =
                context
                    .executor()
                    .schedule(() -> context.close(), deadline.toMillis(), TimeUnit.MILLISECONDS);
          }
          context.fireChannelRead(bytes);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
          stop();
          context.fireChannelInactive();
        }
      };
    }

    /** Sees what became of them. */
    ChannelInboundHandlerAdapter end() {
      return new ChannelInboundHandlerAdapter() {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
          if (message instanceof LastHttpContent) {
            stop();
          }
          context.fireChannelRead(message);
        }
      };
    }

    private void stop() {
      if (running != null) {
        running.cancel(false);
        running = null;
      }
    }
  }
}
