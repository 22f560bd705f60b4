package app.upline.platform.contract;

import app.upline.api.model.CodeDto;
import app.upline.api.model.CodeListDto;
import app.upline.api.model.CodeListsDto;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Every enum of the contract as a code list: read from the contract, so that there is nothing to
 * keep in step.
 */
@Singleton
public final class ContractCodeLists {

  private final CodeListsDto lists;
  private final String version;

  ContractCodeLists(ContractDocument contract) {
    CRC32 crc = new CRC32();
    crc.update(contract.bytes());
    version = Long.toHexString(crc.getValue());
    lists = new CodeListsDto().lists(read(contract.root()));
  }

  public CodeListsDto all() {
    return lists;
  }

  /** Changes when the contract does. */
  public String version() {
    return version;
  }

  private static List<CodeListDto> read(Map<?, ?> document) {
    Map<?, ?> schemas = (Map<?, ?>) ((Map<?, ?>) document.get("components")).get("schemas");
    List<CodeListDto> lists = new ArrayList<>();
    schemas.forEach(
        (name, schema) -> {
          if (((Map<?, ?>) schema).get("x-enum-descriptions") instanceof List<?> labels) {
            lists.add(list(name.toString(), (Map<?, ?>) schema, labels));
          }
        });
    return lists;
  }

  private static CodeListDto list(String name, Map<?, ?> schema, List<?> labels) {
    List<?> codes = (List<?>) schema.get("enum");
    Map<?, ?> citations =
        schema.get("x-enum-citations") instanceof Map<?, ?> given ? given : Map.of();
    List<CodeDto> items = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      Object citation = citations.get(codes.get(i));
      items.add(
          new CodeDto()
              .code(codes.get(i).toString())
              .label(labels.get(i).toString())
              .citation(citation == null ? null : citation.toString()));
    }
    return new CodeListDto().name(name).codes(items);
  }
}
