package app.upline.sheet;

/** Which kind of record a sheet is about; the names are those of {@link RecordSheet#subject}. */
public enum SheetSubject {
  RELATIONSHIPS,
  INCIDENTS
}
