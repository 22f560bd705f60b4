package app.upline.platform.sweep;

import java.util.List;

/** What a room has that is swept when its time is over. */
public interface Sweeps {

  List<Sweep> sweeps();
}
