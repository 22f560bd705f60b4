package app.upline.platform.share;

import java.util.UUID;

/** The right to work, of one piece of work; not for several threads at once. */
public final class Turn implements AutoCloseable {

  private final Turns turns;
  private final UUID organization;
  private boolean held;

  Turn(Turns turns, UUID organization, boolean held) {
    this.turns = turns;
    this.organization = organization;
    this.held = held;
  }

  /** Lets others work while this one has nothing to do but to wait. */
  public void pause() {
    if (held) {
      held = false;
      turns.giveBack(organization);
    }
  }

  /** Waits until it may work on. */
  public void resume() {
    if (!held) {
      turns.take(organization);
      held = true;
    }
  }

  /**
   * Lets another organization go first if one waits. To be called now and then by what takes long,
   * and only where it holds no lock and no connection.
   */
  public void offer() {
    if (held && turns.isWanted(organization)) {
      pause();
      resume();
    }
  }

  @Override
  public void close() {
    pause();
  }
}
