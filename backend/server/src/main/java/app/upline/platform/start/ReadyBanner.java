package app.upline.platform.start;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.util.List;

/** Says where the service is when it is ready; for people at a terminal, not for logs. */
@Singleton
@Requires(env = "local")
final class ReadyBanner implements ApplicationEventListener<ServerStartupEvent> {
  private final List<ReadyNote> notes;

  ReadyBanner(List<ReadyNote> notes) {
    this.notes = notes;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    String address = "http://localhost:" + event.getSource().getPort();
    System.out.println();
    System.out.println("Upline is ready at %s  — docs at %s/docs".formatted(address, address));
    notes.stream().flatMap(note -> note.lines().stream()).forEach(System.out::println);
    System.out.println();
  }
}
