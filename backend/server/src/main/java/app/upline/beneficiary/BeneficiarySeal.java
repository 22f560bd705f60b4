package app.upline.beneficiary;

import app.upline.platform.encryption.Sealed;
import app.upline.platform.encryption.Vault;
import app.upline.platform.personal.Mbi;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a block is made unreadable, and readable again at its own place only. */
@Singleton
final class BeneficiarySeal {

  /** The form of what is inside, so that a later one can be told from it. */
  private static final byte FORM = 1;

  private final Vault vault;

  BeneficiarySeal(Vault vault) {
    this.vault = vault;
  }

  /** Where a block is: it can be opened nowhere else. */
  record Place(UUID agencyId, UUID incidentId, int version) {
    @Override
    public String toString() {
      return "incident_beneficiary/%s/%s/%d".formatted(agencyId, incidentId, version);
    }
  }

  Sealed seal(Beneficiary beneficiary, Place place) {
    return vault.seal(bytes(beneficiary), place.toString());
  }

  Beneficiary open(Sealed sealed, Place place) {
    return beneficiary(vault.open(sealed, place.toString()));
  }

  byte @Nullable [] hash(UUID agencyId, Beneficiary beneficiary) {
    return beneficiary.mbi() instanceof Mbi mbi
        ? vault.fingerprint(agencyId.toString(), mbi.value())
        : null;
  }

  List<byte[]> hashes(UUID agencyId, Mbi mbi) {
    return vault.fingerprints(agencyId.toString(), mbi.value());
  }

  int currentKey() {
    return vault.currentVersion();
  }

  private static byte[] bytes(Beneficiary beneficiary) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORM);
      out.writeUTF(beneficiary.fullName() == null ? "" : beneficiary.fullName());
      out.writeUTF(beneficiary.mbi() == null ? "" : beneficiary.mbi().value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Beneficiary beneficiary(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != FORM) {
        throw new IllegalStateException("A beneficiary block of a form that is not known here");
      }
      String name = in.readUTF();
      String mbi = in.readUTF();
      return new Beneficiary(name.isEmpty() ? null : name, mbi.isEmpty() ? null : new Mbi(mbi));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
