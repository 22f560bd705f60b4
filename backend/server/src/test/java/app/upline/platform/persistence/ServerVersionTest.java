package app.upline.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that servers, and their programs, were seen to say of themselves. */
class ServerVersionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9.7.4-2 (Debian)|MySQL 9.7",
        "8.4.7 MySQL Community Server - GPL|MySQL 8.4",
        "11.4.5-MariaDB MariaDB Server|MariaDB 11.4",
        "11.8.9-MariaDB-4 from Debian Debian n/a|MariaDB 11.8",
        "12.1.2-MariaDB mariadb.org binary distribution|MariaDB 12.1",
        "/usr/sbin/mariadbd  Ver 11.8.9-MariaDB-4 from Debian for debian-linux-gnu on x86_64"
            + " (Debian n/a)|MariaDB 11.8",
        "/opt/mysql-8.4/bin/mysqld  Ver 9.7.4-2 for Linux on x86_64 ((Debian))|MySQL 9.7",
      })
  void theseAreSupported(String words, String version) {
    assertThat(ServerVersion.of(words))
        .hasValueSatisfying(
            found -> {
              assertThat(found).hasToString(version);
              assertThat(found.isSupported()).isTrue();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.11.19-MariaDB-0+deb12u1 Debian 12|MariaDB 10.11",
        "mariadbd  Ver 10.11.19-MariaDB-0+deb12u1 for debian-linux-gnu on x86_64 (Debian"
            + " 12)|MariaDB 10.11",
        "11.3.2-MariaDB mariadb.org binary distribution|MariaDB 11.3",
        "8.0.44 MySQL Community Server - GPL|MySQL 8.0",
        "8.3.0 MySQL Community Server - GPL|MySQL 8.3",
        "5.7.44-log MySQL Community Server (GPL)|MySQL 5.7",
      })
  void theseAreTooOld(String words, String version) {
    assertThat(ServerVersion.of(words))
        .hasValueSatisfying(
            found -> {
              assertThat(found).hasToString(version);
              assertThat(found.isSupported()).isFalse();
            });
  }

  @ParameterizedTest
  @CsvSource({"nothing", "version nine"})
  void whatNamesNoVersionIsNone(String words) {
    assertThat(ServerVersion.of(words)).isEmpty();
  }
}
