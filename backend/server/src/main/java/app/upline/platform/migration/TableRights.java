package app.upline.platform.migration;

import java.util.Map;

/**
 * What the application's account may do in the tables of a room, besides adding and reading. Each
 * room that has tables names all of them; in a table that none names nothing can be changed.
 */
public interface TableRights {

  /** By the names of the tables. */
  Map<String, TableRight> tables();
}
