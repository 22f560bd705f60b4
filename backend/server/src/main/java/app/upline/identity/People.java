package app.upline.identity;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The people of all organizations. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface People extends GenericRepository<Person, UUID> {
  void save(Person person);

  Optional<Person> findById(@BinaryId UUID id);

  /**
   * By an address in its canonical form, byte by byte.
   *
   * @see EmailAddress#canonical
   */
  Optional<Person> findByEmail(String email);

  @Query("insert into app_user_role (user_id, role) values (:userId, :role)")
  void grant(@BinaryId UUID userId, String role);

  @Query("delete from app_user_role where user_id = :userId")
  void revokeAll(@BinaryId UUID userId);

  /** Makes another version of an account of which something beside its row has changed. */
  @Query("update app_user set version = version + 1 where id = :userId")
  void touch(@BinaryId UUID userId);

  @Query("update app_user set name = :name, version = version + 1 where id = :userId")
  void rename(@BinaryId UUID userId, String name);

  /** Fails where another account has the address already. */
  @Query("update app_user set email = :email, version = version + 1 where id = :userId")
  void setEmail(@BinaryId UUID userId, String email);

  @Query("update app_user set active = :active, version = version + 1 where id = :userId")
  void setActive(@BinaryId UUID userId, boolean active);

  @Query("select role from app_user_role where user_id = :userId order by role")
  List<String> rolesOf(@BinaryId UUID userId);

  @Query(
      """
      select coalesce(a.name, c.name)
        from app_user u
        left join agency a on a.id = u.organization_id
        left join carrier c on c.id = u.organization_id
       where u.id = :userId""")
  String organizationNameOf(@BinaryId UUID userId);

  @Query(
      """
      update app_user
         set password_hash = :hash, password_stands_alone = :standsAlone, version = version + 1
       where id = :userId""")
  void setPassword(@BinaryId UUID userId, String hash, boolean standsAlone);

  /** Takes a password away that is too short to be the only factor; 1, or 0 where it is not. */
  @Query(
      """
      update app_user
         set password_hash = null
       where id = :userId
         and not password_stands_alone""")
  int clearShortPassword(@BinaryId UUID userId);

  /** The name of an agency or a carrier. */
  @Query(
      """
      select name from agency where id = :organizationId
      union all
      select name from carrier where id = :organizationId""")
  Optional<String> nameOf(@BinaryId UUID organizationId);

  @Query(
      """
      select exists (select 1 from app_user
                      where organization_id = :organizationId and not is_service_account)""")
  boolean isAnyoneOf(@BinaryId UUID organizationId);

  @Query("select exists (select 1 from agency where id = :organizationId)")
  boolean isAgency(@BinaryId UUID organizationId);

  /** The address of a person; empty for a machine. */
  @Query("select email from app_user where id = :id and email is not null")
  Optional<String> emailOf(@BinaryId UUID id);

  /** The addresses of an agency's people in any of the roles; machines have none. */
  @Query(
      """
      select distinct u.email
        from app_user u
        join app_user_role r on r.user_id = u.id
       where u.organization_id = :agencyId
         and u.active
         and u.email is not null
         and r.role in (:roles)
       order by u.email""")
  List<String> addressesOf(@BinaryId UUID agencyId, List<String> roles);
}
