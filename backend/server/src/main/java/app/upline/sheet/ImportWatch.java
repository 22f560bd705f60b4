package app.upline.sheet;

/** Is told how far an upload is, and may end it. */
interface ImportWatch {

  /** Does neither. */
  ImportWatch NONE =
      new ImportWatch() {
        @Override
        public void read(int rows) {}

        @Override
        public void checks() {}
      };

  /**
   * So many rows have been read.
   *
   * @throws ImportCanceledException when it is to go no further
   */
  void read(int rows);

  /**
   * All have been read, and are looked at together now.
   *
   * @throws ImportCanceledException when it is to go no further
   */
  void checks();
}
