package app.upline.sheet.web;

import app.upline.api.model.MappingColumnDto;
import app.upline.api.model.MappingFixedValueDto;
import app.upline.api.model.MappingTranslationDto;
import app.upline.api.model.RememberedColumnDto;
import app.upline.api.model.RememberedFixedValueDto;
import app.upline.api.model.RememberedMappingDto;
import app.upline.api.model.RememberedTranslationDto;
import app.upline.sheet.RememberedMapping;
import app.upline.sheet.SheetMapping;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The contract's form of mappings. */
final class SheetMappingModels {

  private SheetMappingModels() {}

  static SheetMapping mapping(
      @Nullable List<MappingColumnDto> columns,
      @Nullable List<MappingFixedValueDto> fixedValues,
      @Nullable List<MappingTranslationDto> translations) {
    return new SheetMapping(
        (columns == null ? List.<MappingColumnDto>of() : columns)
            .stream()
                .map(c -> new SheetMapping.Column(c.getColumn().strip(), c.getField(), false))
                .toList(),
        (fixedValues == null ? List.<MappingFixedValueDto>of() : fixedValues)
            .stream().map(v -> new SheetMapping.FixedValue(v.getField(), v.getText())).toList(),
        (translations == null ? List.<MappingTranslationDto>of() : translations)
            .stream()
                .map(t -> new SheetMapping.Translation(t.getField(), t.getFrom(), t.getTo()))
                .toList());
  }

  static RememberedMappingDto remembered(RememberedMapping mapping) {
    SheetMapping said = mapping.mapping();
    return new RememberedMappingDto()
        .id(mapping.id())
        .subject(ImportCodes.SUBJECTS.toContract(mapping.subject()))
        .name(mapping.name())
        .headings(mapping.headings())
        .columns(
            said.columns().stream()
                .map(c -> new RememberedColumnDto().column(c.column()).field(c.field()))
                .toList())
        .fixedValues(
            said.fixedValues().stream()
                .map(v -> new RememberedFixedValueDto().field(v.field()).text(v.text()))
                .toList())
        .translations(
            said.translations().stream()
                .map(t -> new RememberedTranslationDto().field(t.field()).from(t.from()).to(t.to()))
                .toList())
        .version(mapping.version())
        .createdAt(mapping.createdAt().atOffset(ZoneOffset.UTC))
        .changedAt(mapping.changedAt().atOffset(ZoneOffset.UTC))
        .changedBy(mapping.changedBy());
  }
}
