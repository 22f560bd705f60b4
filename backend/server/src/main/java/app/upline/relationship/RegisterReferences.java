package app.upline.relationship;

import app.upline.identity.CurrentUser;
import app.upline.platform.persistence.Database;
import app.upline.record.OwnReference;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What relationships of the caller's register are called, and which of them others may name. */
@Singleton
public final class RegisterReferences {
  private final Database database;
  private final RelationshipRows rows;
  private final UplineChain chain;

  RegisterReferences(Database database, RelationshipRows rows, UplineChain chain) {
    this.database = database;
    this.rows = rows;
    this.chain = chain;
  }

  /** The references of relationships of the caller's register, by id. */
  public Map<UUID, String> of(CurrentUser user, Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : database.reading(() -> rows.references(user.agencyId(), ids));
  }

  /** Those of the ids that are in the caller's register and not voided. */
  public Set<UUID> standing(CurrentUser user, Collection<UUID> ids) {
    return database.reading(() -> chain.standing(user.agencyId(), ids));
  }

  /**
   * The relationships of the caller's register that have one of these references, ours or the
   * agency's own; by {@link OwnReference#keyOfAny}.
   */
  public Map<String, UUID> byAnyReference(CurrentUser user, Collection<String> references) {
    return database.reading(
        () -> {
          Map<String, UUID> found = new HashMap<>();
          rows.byOwnReference(user.agencyId(), references)
              .forEach(r -> found.put(key(r.details().ownReference()), r.id()));
          rows.byReference(user.agencyId(), references)
              .forEach(r -> found.put(key(r.reference()), r.id()));
          return found;
        });
  }

  private static String key(@Nullable String reference) {
    return OwnReference.keyOfAny(Objects.requireNonNull(reference));
  }
}
