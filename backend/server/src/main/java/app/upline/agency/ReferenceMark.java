package app.upline.agency;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** What stands in all references of an agency. */
@MappedEntity("reference_mark")
record ReferenceMark(@Id @BinaryId UUID agencyId, String mark) {}
