package app.upline.beneficiary;

import app.upline.beneficiary.BeneficiaryRows.Row;
import app.upline.platform.encryption.Sealed;
import app.upline.platform.encryption.SealedRows;
import app.upline.platform.persistence.Database;
import jakarta.inject.Singleton;
import java.util.List;

/** Brings blocks under the current key. */
@Singleton
final class SealedBeneficiaries implements SealedRows {

  private final Database database;
  private final BeneficiaryRows rows;
  private final BeneficiarySeal seal;

  SealedBeneficiaries(Database database, BeneficiaryRows rows, BeneficiarySeal seal) {
    this.database = database;
    this.rows = rows;
    this.seal = seal;
  }

  @Override
  public String name() {
    return "Beneficiary blocks";
  }

  @Override
  public int resealSome(int most) {
    return database.writing(
        () -> {
          List<Row> some = rows.underOtherKeys(seal.currentKey(), most);
          some.forEach(this::reseal);
          return some.size();
        });
  }

  private void reseal(Row row) {
    Sealed before = row.sealed();
    if (before != null) {
      Beneficiary beneficiary = seal.open(before, row.place());
      rows.reseal(
          row, seal.seal(beneficiary, row.place()), seal.hash(row.place().agencyId(), beneficiary));
    }
  }
}
